// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

// firstpaint PROGRAM [ARGUMENT …]
//
// Starts a program on an X display without a window manager, and waits until it has painted a window. Prints the
// milliseconds from exec to then, those in which the program had a processor, and its memory (PSS in KiB) at rest.

#include <xcb/damage.h>
#include <xcb/xcb.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto timeToRest = std::chrono::milliseconds(1500);
constexpr int smallestWindow = 100; // Pixels; toolkits make tiny ones of their own.

[[noreturn]] void fail(const char *why)
{
    std::fprintf(stderr, "firstpaint: %s\n", why);
    std::exit(1);
}

/// Reports damage of each window from the moment it is mapped.
void watch(xcb_connection_t *display, const xcb_map_notify_event_t &event)
{
    xcb_get_geometry_reply_t *geometry =
        xcb_get_geometry_reply(display, xcb_get_geometry(display, event.window), nullptr);
    if (geometry && geometry->width >= smallestWindow) {
        xcb_damage_create(display, xcb_generate_id(display), event.window, XCB_DAMAGE_REPORT_LEVEL_NON_EMPTY);
        xcb_flush(display);
    }
    std::free(geometry);
}

void waitForPaint(xcb_connection_t *display, uint8_t damageEvent)
{
    while (xcb_generic_event_t *event = xcb_wait_for_event(display)) {
        const uint8_t type = event->response_type & 0x7f;
        if (type == XCB_MAP_NOTIFY)
            watch(display, *reinterpret_cast<xcb_map_notify_event_t *>(event));
        std::free(event);
        if (type == damageEvent)
            return;
    }
    fail("the display has gone");
}

/// The processor time of a process so far. On a busy machine, it varies less than wall time.
double processorTime(pid_t process)
{
    double nanoseconds = 0;
    for (const auto &thread : std::filesystem::directory_iterator("/proc/" + std::to_string(process) + "/task")) {
        std::ifstream statistics(thread.path() / "schedstat");
        double used = 0;
        if (statistics >> used)
            nanoseconds += used;
    }
    return nanoseconds / 1e6;
}

long proportionalSetSize(pid_t process)
{
    std::ifstream rollup("/proc/" + std::to_string(process) + "/smaps_rollup");
    std::string word;
    long size = 0;
    while (rollup >> word) {
        if (word == "Pss:" && rollup >> size)
            return size;
    }
    fail("no smaps_rollup");
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 2)
        fail("which program?");
    xcb_connection_t *display = xcb_connect(nullptr, nullptr);
    if (xcb_connection_has_error(display))
        fail("no display");
    const xcb_screen_t *screen = xcb_setup_roots_iterator(xcb_get_setup(display)).data;
    const uint32_t mask = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(display, screen->root, XCB_CW_EVENT_MASK, &mask);
    std::free(xcb_damage_query_version_reply(display, xcb_damage_query_version(display, 1, 1), nullptr));
    const uint8_t damageEvent = xcb_get_extension_data(display, &xcb_damage_id)->first_event + XCB_DAMAGE_NOTIFY;
    xcb_flush(display);

    const Clock::time_point start = Clock::now();
    const pid_t program = fork();
    if (program == 0) {
        setpgid(0, 0);
        execv(argv[1], argv + 1);
        _exit(127);
    }
    waitForPaint(display, damageEvent);
    const std::chrono::duration<double, std::milli> time = Clock::now() - start;
    const double used = processorTime(program);
    std::this_thread::sleep_for(timeToRest);
    std::printf("%.1f %.1f %ld\n", time.count(), used, proportionalSetSize(program));
    // With all that it has started, which must not compete with the next measurement.
    kill(-program, SIGKILL);
    waitpid(program, nullptr, 0);
    xcb_disconnect(display);
    return 0;
}
