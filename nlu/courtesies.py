"""Greetings, thanks and goodbyes that are a whole message, in the languages of the phrasebooks.

By words alone, so that "bonjour" is answered in kind and in its language, whatever the encoder
reads. What else a message says is not told here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

LONGEST: Final = 40
_MARKS: Final = re.compile(r"[\s!.,;:。！，；、~*\"“”„«»()…¡¿?？؟،؛]+")


class Courtesy(StrEnum):
    """What is said, and no more than that."""

    GREETING = "greeting"
    THANKS = "thanks"
    GOODBYE = "goodbye"


@dataclass(frozen=True, slots=True)
class WordedCourtesy:
    """A courtesy, and the languages in which it may be worded."""

    courtesy: Courtesy
    languages: tuple[str, ...]


GREETING: Final = {
    "en": "hi, hello, hey, hi there, hello there, good morning, good afternoon, good evening",
    "de": "hallo, guten tag, guten morgen, guten abend, moin, servus, grüezi, grüß gott",
    "zh-Hans": "你好, 您好, 你好呀, 你们好, 早上好, 下午好, 晚上好, 哈喽",
    "ar": "مرحبا, مرحبًا, السلام عليكم, أهلا, صباح الخير, مساء الخير",
    "cs": "dobrý den, ahoj, dobré ráno, dobrý večer",
    "da": "hej, goddag, god morgen, godaften",
    "el": "γεια, γεια σας, καλημέρα, καλησπέρα",
    "es": "hola, buenos días, buenas tardes, buenas noches, buenas",
    "fi": "hei, moi, terve, hyvää päivää, huomenta",
    "fr": "bonjour, bonsoir, salut, coucou",
    "he": "שלום, היי, בוקר טוב, ערב טוב",
    "hi": "नमस्ते, नमस्कार, हेलो",
    "hu": "üdvözlöm, szia, jó napot, jó reggelt, jó estét, helló",
    "id": "halo, selamat pagi, selamat siang, selamat sore, selamat malam",
    "it": "ciao, salve, buongiorno, buonasera, buon giorno",
    "ja": "こんにちは, こんばんは, おはようございます, はじめまして",
    "ko": "안녕하세요, 안녕하십니까, 안녕",
    "nl": "hallo, goedemorgen, goedemiddag, goedenavond, goedendag, dag",
    "no": "hei, god dag, god morgen, god kveld",
    "pl": "dzień dobry, cześć, dobry wieczór, witam, hej",
    "pt": "olá, oi, bom dia, boa tarde, boa noite",
    "ro": "bună, bună ziua, bună seara, salut, bună dimineața",
    "ru": "здравствуйте, привет, добрый день, добрый вечер, доброе утро",
    "sv": "hej, god dag, god morgon, god kväll, tjena",
    "th": "สวัสดี, สวัสดีครับ, สวัสดีค่ะ",
    "tr": "merhaba, selam, iyi günler, günaydın, iyi akşamlar",
    "uk": "вітаю, привіт, добрий день, добрий вечір, доброго дня",
    "vi": "xin chào, chào, chào bạn, chào shop",
    "zh-Hant": "您好, 你好, 早安, 午安, 晚安",
}
THANKS: Final = {
    "en": "thanks, thank you, thx, many thanks, thanks a lot, thank you very much",
    "de": "danke, vielen dank, danke schön, dankeschön, herzlichen dank",
    "zh-Hans": "谢谢, 多谢, 谢谢你, 谢谢您, 非常感谢",
    "ar": "شكرا, شكرًا, شكرا جزيلا",
    "cs": "děkuji, díky, děkuju",
    "da": "mange tak, tusind tak",
    "el": "ευχαριστώ, ευχαριστώ πολύ",
    "es": "gracias, muchas gracias, mil gracias",
    "fi": "kiitos, kiitos paljon, kiitti",
    "fr": "merci, merci beaucoup, merci bien",
    "he": "תודה, תודה רבה",
    "hi": "धन्यवाद, शुक्रिया",
    "hu": "köszönöm, köszi, nagyon köszönöm",
    "id": "terima kasih, makasih, terima kasih banyak",
    "it": "grazie, grazie mille, molte grazie",
    "ja": "ありがとう, ありがとうございます, どうも",
    "ko": "감사합니다, 고마워요, 고맙습니다",
    "nl": "bedankt, dank u, dank u wel, dank je, dankjewel",
    "no": "takk, tusen takk, mange takk",
    "pl": "dziękuję, dzięki, dziękuję bardzo",
    "pt": "obrigado, obrigada, muito obrigado, muito obrigada",
    "ro": "mulțumesc, mersi, vă mulțumesc, mulțumesc mult",
    "ru": "спасибо, большое спасибо, благодарю",
    "sv": "tack, tack så mycket, tackar",
    "th": "ขอบคุณ, ขอบคุณครับ, ขอบคุณค่ะ",
    "tr": "teşekkürler, teşekkür ederim, çok teşekkürler, sağ olun",
    "uk": "дякую, щиро дякую, дуже дякую",
    "vi": "cảm ơn, cám ơn, cảm ơn bạn, cảm ơn nhiều",
    "zh-Hant": "謝謝, 多謝, 感謝",
}
GOODBYE: Final = {
    "en": "bye, goodbye, bye bye, see you",
    "de": "tschüss, tschüß, auf wiedersehen, ciao ciao",
    "zh-Hans": "再见, 拜拜",
    "ar": "مع السلامة, وداعا",
    "cs": "na shledanou, nashledanou",
    "da": "farvel, hej hej",
    "el": "αντίο, γεια χαρά",
    "es": "adiós, hasta luego, chao",
    "fi": "näkemiin, hei hei, moikka",
    "fr": "au revoir, bonne journée, à bientôt",
    "he": "להתראות, ביי",
    "hi": "अलविदा, फिर मिलेंगे",
    "hu": "viszontlátásra, viszlát",
    "id": "sampai jumpa, dadah",
    "it": "arrivederci, buona giornata",
    "ja": "さようなら, 失礼します",
    "ko": "안녕히 계세요, 안녕히 가세요",
    "nl": "tot ziens, doei",
    "no": "ha det, ha det bra",
    "pl": "do widzenia, na razie, pa",
    "pt": "tchau, até logo, adeus",
    "ro": "la revedere, pe curând",
    "ru": "до свидания, пока",
    "sv": "hej då, adjö",
    "th": "ลาก่อน, บ๊ายบาย",
    "tr": "hoşça kalın, görüşürüz",
    "uk": "до побачення, бувайте",
    "vi": "tạm biệt, chào tạm biệt",
    "zh-Hant": "再見, 掰掰",
}
_ALL: Final = {
    Courtesy.GREETING: GREETING,
    Courtesy.THANKS: THANKS,
    Courtesy.GOODBYE: GOODBYE,
}


def courtesy_in(text: str) -> WordedCourtesy | None:
    """What ``text`` says, where that is a courtesy and no more; None else."""
    if len(text) > LONGEST:
        return None
    return _by_words().get(_plain(text))


def _plain(text: str) -> str:
    return _MARKS.sub(" ", text.casefold()).strip()


@cache
def _by_words() -> dict[str, WordedCourtesy]:
    found: dict[str, WordedCourtesy] = {}
    for courtesy, books in _ALL.items():
        for language, words in books.items():
            for each in map(_plain, words.split(",")):
                known = found.get(each)
                languages = known.languages if known else ()
                found[each] = WordedCourtesy(courtesy, (*languages, language))
    return found
