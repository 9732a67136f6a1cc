"""Run `dsagen` as `python -m dsagen`."""

from dsagen.cli.app import main

if __name__ == "__main__":
    main()
