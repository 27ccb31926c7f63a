# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signs in to the demo provider with the login view, and saves a screenshot and the status in a folder.

sign_in_demo.py LATCHKEY FOLDER
"""

import os
import sys

import demo
import desktop


def main(program, folder):
    os.makedirs(folder, exist_ok=True)
    picture = os.path.join(folder, "signed-in.png")
    with desktop.Latchkey(program, "--demo") as latchkey:
        print("The gate is open: pressing “Sign in”", flush=True)
        demo.open_login_page()
        print("The login page is there: typing user and password", flush=True)
        demo.submit_login_form()
        print("Authorizing", flush=True)
        demo.authorize()
        desktop.focus(demo.MAIN)
        desktop.wait_for("the profile", lambda: "Updated" in desktop.texts("latchkey"))
        print(f"Signed in: '{demo.MAIN}' is open", flush=True)
        desktop.screenshot(picture)
        latchkey.quit()
    status = desktop.run(program, "--demo", "status")
    with open(os.path.join(folder, "status.txt"), "w", encoding="utf-8") as file:
        file.write(status.stdout)
    print(f"\n{status.stdout}\nScreenshot: {picture}")
    return status.returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
