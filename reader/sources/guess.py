"""Which encoding bytes are in that neither say it nor are UTF-8.

Languages of Latin letters are told by their alphabets: in the right encoding every accented letter is one of theirs.
The other scripts charset-normalizer knows. Nothing here fails: cp1252 is what remains.
"""

from __future__ import annotations

import re

WESTERN = "cp1252"
_SAMPLE_BYTES = 32_768
_MOST_ACCENTS = 0.5
_FOREIGN_LETTERS = 0.03
_LATIN_ENCODINGS = (WESTERN, "cp1250", "iso8859_2", "cp1254", "cp1257", "iso8859_15", "mac_roman", "cp850")
_ALPHABETS = (
    "éèêëàâæçîïôœùûüÿ",  # French
    "äöüßé",  # German
    "áéíóúñüïç",  # Spanish
    "áàâãçéêíóôõúü",  # Portuguese
    "àèéìíîòóùúç",  # Italian, Catalan
    "éëïóöüäèê",  # Dutch
    "åäöæøéü",  # Scandinavian, Finnish
    "áéíóúýðþæö",  # Icelandic
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýžäĺľôŕ",  # Czech, Slovak
    "áéíóöőúüű",  # Hungarian
    "čćđšž",  # Croatian, Slovene
    "ăâîșțşţ",  # Romanian
    "çğıİöşüâî",  # Turkish
    "ąčęėįšųūž",  # Lithuanian
    "āčēģīķļņšūž",  # Latvian
    "äöõüšž",  # Estonian
)
_WESTERN_ALPHABETS = 8
"""The first so many are those of cp1252; an article may name people of several languages."""
# Of charset-normalizer's answers, the first that people use.
_COMMON = (
    "cp1251 koi8_r iso8859_5 cp866 cp1253 iso8859_7 cp1255 cp1256 cp874 cp932 euc_jp gb18030 big5 cp949 "
    "cp1250 iso8859_2 cp1252 cp437 cp850 mac_roman cp1254 cp1257"
).split()
# No text reads so: a mark inside a word that is no apostrophe or dash, a capital behind a small letter, a capital with
# an accent before one without.
_NONSENSE = re.compile(
    r"(?<=[^\W\d_])(?:[^\w\s'’\-–—\u00ad/().,:;!?\"*_&@…<>|=+#]|[×÷])(?=[^\W\d_])|[a-zß-öø-ÿ][À-ÖØ-ÞŒŠŽŸ]"
    r"|(?<![^\W\d_])[À-ÖØ-ÞŒŠŽŸ][A-Z][a-z]|¤|[¼½¾](?=[^\W\d_])|[\x80-\x9f\ufffd]"
)


def guess_encoding(data: bytes) -> str:
    """Guess the encoding of bytes that are not UTF-8, by their lines that are not ASCII."""
    sample = _sample(data)
    if sum(byte > 0x7F for byte in sample) < len(sample) * _MOST_ACCENTS:
        latin = next((encoding for encoding in _LATIN_ENCODINGS if _reads_well(sample, encoding, _ALPHABETS)), None)
        if latin or _reads_well(sample, WESTERN, ("".join(_ALPHABETS[:_WESTERN_ALPHABETS]),)):
            return latin or WESTERN
    from charset_normalizer import from_bytes  # 40 ms, for what no alphabet tells

    answers = [{match.encoding, *match.could_be_from_charset} for match in from_bytes(sample)]
    return next((encoding for alike in answers for encoding in _COMMON if encoding in alike), WESTERN)


def _sample(data: bytes) -> bytes:
    lines = []
    size = 0
    for line in data[: 32 * _SAMPLE_BYTES].splitlines(keepends=True):
        if not line.isascii():
            lines.append(line[:_SAMPLE_BYTES])
            size += len(lines[-1])
            if size >= _SAMPLE_BYTES:
                break
    return b"".join(lines) or data[:_SAMPLE_BYTES]


def _reads_well(sample: bytes, encoding: str, alphabets: tuple[str, ...]) -> bool:
    """Tell whether the accented letters are those of one language, and nothing stands where it cannot."""
    text = sample.decode(encoding, "replace")
    if _NONSENSE.search(text):
        return False
    accented = [
        character for character in text.lower() if character > "\x7f" and character.isalpha() and character not in "ªºµ"
    ]
    most_foreign = len(accented) * _FOREIGN_LETTERS
    return any(sum(letter not in alphabet for letter in accented) <= most_foreign for alphabet in alphabets)
