"""What no profile checks: checkers of our own, each given a tree or a file, each giving the problems that it finds.

`tests/golden/test_files.py` runs them on every document of every example. The tests here prove that each
finds a defect.
"""
