"""Stories on the screen, through Textual's pilot: press, press, look."""
