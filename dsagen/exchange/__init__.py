"""Other people's formats: findings as continuous integration services read them."""
