# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start to first paint, and memory: a bare Qt window, Latchkey at the gate, Latchkey signed in with a cached profile.

start.py BIN_FOLDER [RUNS [OTHER_BIN_FOLDER]]; by script/bench.

With the programs of another build, both builds run in turn, and the ratios are other to this: what a change costs, or what
a start-up trick gains if the other build is without it.
"""

import os
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))
import demo  # noqa: E402
import desktop  # noqa: E402

GATE, SIGNED_IN = "(b) at the gate", "(c) signed in"
MOST_TIME = {GATE: 1.35, SIGNED_IN: 1.5}  # Times a bare window.
MOST_MEMORY = 1.7


def sign_in(latchkey):
    with desktop.Latchkey(latchkey, "--demo") as running:
        demo.sign_in()
        desktop.wait_for("the profile", lambda: "Updated" in desktop.texts("latchkey"))
        desktop.focus(demo.MAIN)
        running.quit()


def measure(firstpaint, command, environment):
    """Milliseconds to the first paint, processor time until then, and MiB (PSS) at rest."""
    output = subprocess.run([firstpaint, *command], env=environment, stdout=subprocess.PIPE, text=True, check=True,
                            timeout=60).stdout
    time, processor, size = output.split()
    return float(time), float(processor), int(size) / 1024


def bare_display():
    """An Xvfb without a window manager, and its display number."""
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-noreset", "-displayfd", str(write), "-screen", "0", "1280x900x24"], pass_fds=[write],
                              stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as number:
        return server, ":" + number.readline().strip()


def main(folder, runs=15, other=None):
    binary = lambda name: os.path.join(folder, name)  # noqa: E731
    sign_in(binary("latchkey"))
    server, display = bare_display()
    environment = {**os.environ, "DISPLAY": display}
    environment.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", None)
    try:
        with tempfile.TemporaryDirectory() as nobody:
            at_the_gate = {**environment, "XDG_CONFIG_HOME": nobody}
            candidates = {"(a) bare window": ([binary("barewindow")], environment)}
            for build, mark in [(folder, "")] + ([(other, ", other")] if other else []):
                command = [os.path.join(build, "latchkey"), "--demo"]
                candidates[GATE + mark] = (command, at_the_gate)
                candidates[SIGNED_IN + mark] = (command, environment)
            results = run_alternately(binary("firstpaint"), candidates, int(runs))
    finally:
        server.terminate()
    show(results, runs)


def run_alternately(firstpaint, candidates, runs):
    results = {name: [] for name in candidates}
    for run in range(runs + 1):
        for name, (command, environment) in candidates.items():
            result = measure(firstpaint, command, environment)
            if run > 0:  # The first round only warms the file cache.
                results[name].append(result)
    return results


def show(results, runs):
    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in results.items()}
    print(f"medians of {runs} alternating runs\n{'':24}{'first paint':>14}{'ratio':>8}{'processor':>14}{'ratio':>8}"
          f"{'memory (PSS)':>16}{'ratio':>8}")
    for name, row in medians.items():
        compared = medians[name.replace(", other", "") if "other" in name else "(a) bare window"]
        (time, processor, memory), ratios = row, [value / its for value, its in zip(row, compared)]
        limits = f"   at most {MOST_TIME[name]:.2f} and {MOST_MEMORY:.2f}" if name in MOST_TIME else ""
        print(f"{name:24}{time:11.1f} ms{ratios[0]:8.2f}{processor:11.1f} ms{ratios[1]:8.2f}{memory:12.1f} MiB{ratios[2]:8.2f}{limits}")


if __name__ == "__main__":
    main(*sys.argv[1:])
