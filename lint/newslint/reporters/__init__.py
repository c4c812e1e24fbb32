"""The ways a report can be written, one module a format.

A reporter is `report(report, write, options)`: it takes a `newslint.report.Report`, hands text piece by piece to
`write`, and prints nothing itself. Reporters are found through the entry-point group `newslint.reporters`.
Whatever comes from a corpus passes through the function of its sink in `escaping` on the way out.
"""
