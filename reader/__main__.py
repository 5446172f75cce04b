"""`python -m reader` is `pullquote`."""

from reader.cli.main import main

raise SystemExit(main())
