"""The rules that ship with newslint, one file and one page a rule, found through the entry point `newslint.rules`."""
