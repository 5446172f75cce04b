"""Turning mouse reporting on and off while a program runs; Textual decides it once, before the start."""

from __future__ import annotations

from textual.driver import Driver

_MOTION_OFF = "\x1b[?1003l"
"""A report for every cell that the mouse passes is traffic that nobody asked for."""


def is_reported(driver: Driver) -> bool:
    """Tell whether clicks and the wheel are reported."""
    return driver._mouse


def report_mouse(driver: Driver, *, is_wanted: bool) -> bool:
    """Have clicks and the wheel reported, or no longer; tell whether this driver can.

    The driver itself ends reporting when it leaves the terminal.
    """
    switch = getattr(driver, "_enable_mouse_support" if is_wanted else "_disable_mouse_support", None)
    if switch is None:
        return False
    driver._mouse = True  # else both do nothing
    switch()
    if is_wanted:
        driver.write(_MOTION_OFF)
        driver.flush()
    driver._mouse = is_wanted
    return True
