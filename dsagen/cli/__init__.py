"""The commands: options, calls and printing. Nothing heavy is imported before a command needs it."""
