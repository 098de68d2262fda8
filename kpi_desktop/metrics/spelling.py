"""The forms in which names are compared: without case and space, or also without accents, marks, word order and legal form."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

_FORMS = ("gmbh mbh ggmbh ag kg kgaa ohg ug gbr ev eg se ltd limited llc llp lp plc inc incorporated corp corporation co company pte pty pvt sa sas sarl sasu "
          "sl slu srl spa sro bv nv vof oy oyj ab asa aps as kk doo zoo")
_FORMS_RU = "ооо оао зао пао нао ао ип тоо чп фгуп гуп муп нко ано"
_LEGAL, _LEGAL_RU = frozenset(_FORMS.split()), frozenset(_FORMS_RU.split())
_LONG_FORMS = tuple(f"{kind}{what} " for what in ("акционерное общество", "общество с ограниченнои ответственностью")
                    for kind in ("публичное ", "непубличное ", "открытое ", "закрытое ", ""))
_DOTTED = re.compile(r"\b(?:\w\.\s?){2,}")
_WORDS = re.compile(r"[^\W_]+")


def fold(name: str) -> str:
    """The form in which names are compared: no surrounding space, no case."""
    return " ".join(name.split()).casefold()


def words(name: str, kind: str = "") -> tuple[str, ...]:
    """The words of a name in order, without case, accents and marks; a company without its legal form."""
    plain = _plain(name)
    if kind != "company":
        return tuple(_WORDS.findall(plain))
    plain = _DOTTED.sub(lambda found: found[0].replace(".", "").replace(" ", "") + " ", plain).replace("&", " and ")
    for form in _LONG_FORMS:
        if plain.startswith(form):
            plain = plain[len(form):]
            break
    return _without_form(_WORDS.findall(plain))


def _plain(name: str) -> str:
    if "%" in name:
        name = unquote(name)
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return name.casefold()


def _without_form(found: list[str]) -> tuple[str, ...]:
    """Words without legal forms at the end, and without Russian ones before; a name made of nothing else stays."""
    start, end = 0, len(found)
    while end > 1 and (found[end - 1] in _LEGAL or found[end - 1] in _LEGAL_RU or found[end - 1] == "and"):
        end -= 1
    while start < end - 1 and found[start] in _LEGAL_RU:
        start += 1
    return tuple(found[start:end])


@lru_cache(maxsize=200_000)
def fingerprint(name: str, kind: str = "") -> str:
    """The form that names which differ in case, accents, marks, word order or legal form share; "" for a name without letters and digits."""
    return " ".join(sorted(words(name, kind)))
