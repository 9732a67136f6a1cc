"""Rules: controllers, processors, security and transfers."""
