"""What is said where git fails."""

from __future__ import annotations

import pytest

from newslint.repository.calls import failed


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param(b"", "git status failed", id="nothing"),
        pytest.param(b"fatal: bad object x\n", "bad object x", id="one line"),
        pytest.param(b"error: bad signature\nfatal: index file corrupt\n", "index file corrupt", id="what led to it"),
        pytest.param(b"usage: git status\n\n    -s  short\n", "-s  short", id="another message"),
        pytest.param(
            b"fatal: not a git repository (or any parent up to mount point /)\n"
            b"Stopping at filesystem boundary (GIT_DISCOVERY_ACROSS_FILESYSTEM not set).\n",
            "not a git repository (or any parent up to mount point /) "
            "Stopping at filesystem boundary (GIT_DISCOVERY_ACROSS_FILESYSTEM not set).",
            id="no repository in a volume",
        ),
        pytest.param(
            b"fatal: detected dubious ownership in repository at '/x'\n"
            b"To add an exception for this directory, call:\n\n\tgit config --global --add safe.directory /x\n",
            "detected dubious ownership in repository at '/x' "
            "To add an exception for this directory, call: git config --global --add safe.directory /x",
            id="somebody else's repository",
        ),
        pytest.param(b"fatal: cannot open '\xff'", "cannot open '\ufffd'", id="no UTF-8"),
    ],
)
def test_the_cause_is_told_and_what_to_do(said: bytes, expected: str) -> None:
    assert str(failed("status", said)) == expected
