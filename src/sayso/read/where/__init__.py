"""where: where it happened.

`gazetteer` knows the names and what they may mean; `places`, `datelines`, `stations` and `spotted` find them in a report;
`lands`, `votes` and `placing` weigh which city or country they speak for; `scene` puts together where it was.
"""
