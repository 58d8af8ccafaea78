"""`python -m wgtip_parse` is `wgtip`."""

from wgtip_parse.cli import main

if __name__ == "__main__":
    main()
