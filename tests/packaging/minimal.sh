#!/usr/bin/env bash
# Runs pullquote on a Debian that has nothing but Python: no compiler, no locale, and no network once it is installed.
# Needs root, debootstrap and a Debian mirror; two minutes. Not part of `make test`.
set -euo pipefail

cd "$(dirname "$0")/../.."
python=${1:-.venv/bin/python}
machine=${2:-/var/tmp/pullquote-minimal}
mirror=${MIRROR:-http://deb.debian.org/debian}

if [ ! -e "$machine/usr/bin/python3" ]; then
    debootstrap --variant=minbase --include=python3,python3-venv bookworm "$machine" "$mirror" >/dev/null
fi
rm -rf "$machine/wheels" "$machine/opt/pullquote"
"$python" -m build --no-isolation --outdir "$machine/wheels" . >/dev/null
"$python" -m pip download -q --disable-pip-version-check --require-hashes -r requirements/run.txt -d "$machine/wheels"

# A terminal of its own is the one thing a fresh system lacks before it has booted.
terminals="mount -t devpts -o newinstance,ptmxmode=0666 devpts $machine/dev/pts && ln -sf pts/ptmx $machine/dev/ptmx"
inside() {
    unshare --net --mount bash -c "$terminals"' && exec chroot "$@"' - \
        "$machine" env -i PATH=/usr/bin:/bin HOME=/root TERM=xterm-256color "$@"
}
inside python3 -m venv /opt/pullquote
inside /opt/pullquote/bin/pip install -q --no-index --find-links /wheels pullquote

inside /opt/pullquote/bin/pullquote --version
inside /opt/pullquote/bin/pullquote quotes --sample report --speaker korvald | head -n 5
inside python3 -c "
import fcntl, os, pty, struct, sys, termios, time
child, terminal = pty.fork()
if not child:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 40, 120, 0, 0))
    os.execv('/opt/pullquote/bin/pullquote', ['pullquote', '--sample', 'report'])
time.sleep(3)
os.write(terminal, b'Q')
screen = b''
try:
    while piece := os.read(terminal, 65536):
        screen += piece
except OSError:
    pass
code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
print('the app:', 'opened' if b'Korvald' in screen else 'not seen', '– exit code', code)
sys.exit(code or b'Korvald' not in screen)
"
