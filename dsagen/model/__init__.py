"""The vocabulary: parties, datasets, purposes, flows, bases and agreements, and the findings about them.

This room does no reading or writing and knows nothing of files or formats.
"""
