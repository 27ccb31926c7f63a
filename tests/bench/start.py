# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start to first paint, and memory: a bare Qt window, Latchkey at the gate, Latchkey signed in with a cached profile.

start.py BIN_FOLDER [RUNS]; by script/bench.
"""

import os
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))
import demo  # noqa: E402
import desktop  # noqa: E402

LIMITS = {"time": 1.5, "memory": 1.6}


def sign_in(latchkey):
    with desktop.Latchkey(latchkey, "--demo") as running:
        demo.sign_in()
        desktop.wait_for("the profile", lambda: "Updated" in desktop.texts("latchkey"))
        desktop.focus(demo.MAIN)
        running.quit()


def measure(firstpaint, command, environment):
    """Milliseconds to the first paint, and MiB (PSS) at rest."""
    output = subprocess.run([firstpaint, *command], env=environment, stdout=subprocess.PIPE, text=True, check=True,
                            timeout=60).stdout
    time, size = output.split()
    return float(time), int(size) / 1024


def bare_display():
    """An Xvfb without a window manager, and its number."""
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-noreset", "-displayfd", str(write), "-screen", "0", "1280x900x24"], pass_fds=[write],
                              stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as number:
        return server, ":" + number.readline().strip()


def main(folder, runs=15):
    binary = lambda name: os.path.join(folder, name)  # noqa: E731
    sign_in(binary("latchkey"))
    server, display = bare_display()
    try:
        results = run_alternately(binary, display, int(runs))
    finally:
        server.terminate()
    show(results, runs)


def run_alternately(binary, display, runs):
    environment = {**os.environ, "DISPLAY": display}
    environment.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", None)
    with tempfile.TemporaryDirectory() as nobody:
        candidates = {
            "(a) bare window": ([binary("barewindow")], environment),
            "(b) at the gate": ([binary("latchkey"), "--demo"], {**environment, "XDG_CONFIG_HOME": nobody}),
            "(c) signed in": ([binary("latchkey"), "--demo"], environment),
        }
        results = {name: [] for name in candidates}
        for run in range(runs + 1):
            for name, (command, its_environment) in candidates.items():
                result = measure(binary("firstpaint"), command, its_environment)
                if run > 0:  # The first round only warms the file cache.
                    results[name].append(result)
    return results


def show(results, runs):
    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in results.items()}
    bare = medians["(a) bare window"]
    print(f"medians of {runs} alternating runs\n{'':18}{'first paint':>14}{'ratio':>8}{'memory (PSS)':>16}{'ratio':>8}")
    for name, (time, memory) in medians.items():
        print(f"{name:18}{time:11.1f} ms{time / bare[0]:8.2f}{memory:12.1f} MiB{memory / bare[1]:8.2f}")
    print(f"to reach:{'':23}{LIMITS['time']:8.2f}{'':16}{LIMITS['memory']:8.2f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
