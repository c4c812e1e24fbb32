"""Scratch repositories of git."""

from __future__ import annotations

import subprocess

from .command_line import Tree, grow


class Repository:
    """A scratch repository in the working folder."""

    def __init__(self, tree: Tree | None = None) -> None:
        self.git("init", "--quiet")
        if tree is not None:
            self.commit(tree)

    def git(self, *arguments: str) -> str:
        """What a git command prints that must succeed."""
        settings = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "core.autocrlf=false")
        ended = subprocess.run(["git", *settings, *arguments], capture_output=True, text=True)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def stage(self, tree: Tree) -> None:
        grow(tree)
        self.git("add", "--all")

    def commit(self, tree: Tree) -> None:
        self.stage(tree)
        self.git("commit", "--quiet", "--message", "a commit")
