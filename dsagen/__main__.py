"""Run `dsagen` as `python -m dsagen`."""

from dsagen.cli.start import main

if __name__ == "__main__":
    main()
