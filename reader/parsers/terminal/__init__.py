"""What programs write for a pager: manual pages, logs, anything with overstrike or colour."""
