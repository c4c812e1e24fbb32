"""Generated tests are the same in every run, and no clock decides: machines that run them are of all speeds."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "newslint", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("newslint")
