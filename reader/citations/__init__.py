"""A quote as something to paste: who said what, where and when, in the form that the place it goes to reads."""
