"""Yes, no, skip and stop as customers type them, in the languages that words.py knows no more of.

Whole short answers to a question of the bot's own. A word that means yes in one language and no in
another stands in neither list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """What a language says for each answer, separated by commas.

    ``fine`` agrees to what was asked, and may as well agree to nothing in particular.
    """

    yes: str
    fine: str
    no: str
    skip: str
    cancel: str


def _listed(texts: Iterable[str]) -> Iterator[str]:
    return (word.strip() for text in texts for word in text.split(","))


ANSWER_WORDS: Final[dict[str, AnswerWords]] = {
    "ar": AnswerWords(
        yes="نعم, أجل, صحيح, أكيد, بالضبط, كل شيء صحيح, ايوه",
        fine="تمام, حسنا, حسنًا, موافق, اوكي",
        no="لا, خطأ, غير صحيح, ليس صحيحا, كلا",
        skip="تخط, تخطي, لا شيء, لا يوجد, لا أعرف, ليس لدي",
        cancel="إلغاء, الغاء, ألغ, انس الأمر, لا يهم, لا داعي, توقف",
    ),
    "cs": AnswerWords(
        yes="ano, jo, jasně, správně, přesně, souhlasí, vše souhlasí, určitě",
        fine="dobře, v pořádku",
        no="ne, špatně, nesouhlasí, to není správně, není to tak",
        skip="přeskočit, žádný, žádná, nic, nevím, nemám",
        cancel=(
            "zrušit, zruš, to je jedno, zapomeňte na to, zapomeň na to, nechte to být, nech to "
            "být, stop"
        ),
    ),
    "da": AnswerWords(
        yes="ja, jo, jep, rigtigt, det er rigtigt, korrekt, præcis, helt sikkert, det passer",
        fine="fint, okay, i orden",
        no="nej, forkert, det er forkert, ikke rigtigt, det passer ikke",
        skip="spring over, ingen, intet, ved ikke, det ved jeg ikke, det har jeg ikke",
        cancel="annuller, afbryd, stop, glem det, lad det ligge, det er lige meget, pyt",
    ),
    "el": AnswerWords(
        yes="ναι, σωστά, σωστό, ακριβώς, βέβαια, φυσικά, όλα σωστά",
        fine="εντάξει, οκ, συμφωνώ",
        no="όχι, λάθος, δεν είναι σωστό, δεν ισχύει",
        skip="παράλειψη, κανένα, τίποτα, δεν ξέρω, δεν έχω",
        cancel="ακύρωση, άκυρο, ξέχνα το, ξεχάστε το, άσε, αφήστε το, δεν πειράζει, στοπ",
    ),
    "es": AnswerWords(
        yes="sí, si, claro, correcto, exacto, eso es, así es",
        fine="vale, de acuerdo, todo bien, está bien, perfecto",
        no="no, incorrecto, no es correcto, está mal, no está bien, falso",
        skip="omitir, saltar, ninguno, ninguna, nada, no lo sé, no sé, no tengo, no lo tengo",
        cancel="cancelar, cancela, déjalo, déjelo, olvídalo, olvídelo, da igual, no importa, para",
    ),
    "fi": AnswerWords(
        yes="kyllä, joo, juu, oikein, kaikki oikein, pitää paikkansa, juuri niin",
        fine="selvä, sopii, okei",
        no="ei, väärin, ei pidä paikkaansa, ei ole oikein",
        skip="ohita, ei mitään, ei mikään, en tiedä, ei ole, minulla ei ole",
        cancel="peruuta, lopeta, anna olla, antaa olla, unohda se, sama se, ei sen väliä",
    ),
    "fr": AnswerWords(
        yes="oui, ouais, exact, exactement, c'est exact, c'est ça, c'est juste, tout à fait",
        fine="d'accord, c'est bon, bien sûr, parfait",
        no="non, faux, incorrect, ce n'est pas exact, ce n'est pas ça, c'est faux, pas exact",
        skip=(
            "passer, aucun, aucune, rien, je ne sais pas, je n'en ai pas, je ne l'ai pas, je "
            "n'ai pas"
        ),
        cancel=(
            "annuler, annule, annulez, laisse tomber, laissez tomber, tant pis, peu importe, "
            "oubliez, arrêter, stop"
        ),
    ),
    "he": AnswerWords(
        yes="כן, נכון, בדיוק, מאשר, מאשרת, הכול נכון, בטח, ברור",
        fine="בסדר, אוקיי, סבבה",
        no="לא, לא נכון, טעות, שגוי, זה לא נכון",
        skip="דלג, דלגי, דילוג, אין, אין לי, לא יודע, לא יודעת",
        cancel="ביטול, בטל, לבטל, עזוב, עזבי, לא משנה, תשכח מזה, עצור",
    ),
    "hi": AnswerWords(
        yes="हाँ, हां, जी, जी हाँ, जी हां, सही, सही है, बिल्कुल, सब सही है",
        fine="ठीक, ठीक है, ओके",
        no="नहीं, नही, जी नहीं, गलत, गलत है, सही नहीं है",
        skip="छोड़ें, छोड़ो, कोई नहीं, कुछ नहीं, पता नहीं, मुझे नहीं पता, नहीं है",
        cancel="रद्द, रद्द करें, रहने दो, रहने दीजिए, छोड़िए, कोई बात नहीं, रुकें",
    ),
    "hu": AnswerWords(
        yes="igen, ja, persze, helyes, pontosan, így van",
        fine="rendben, jó, minden rendben, oké",
        no="nem, rossz, nem jó, nem helyes, hibás, téves",
        skip="kihagyás, kihagyom, egyik sem, semmi, nem tudom, nincs",
        cancel="mégse, mégsem, törlés, hagyjuk, mindegy, felejtse el, felejtsd el, stop",
    ),
    "id": AnswerWords(
        yes="ya, iya, benar, betul, tentu, semua benar, tepat",
        fine="baik, oke, setuju",
        no="tidak, bukan, salah, tidak benar, nggak, enggak",
        skip="lewati, tidak ada, tidak tahu, tidak punya",
        cancel="batal, batalkan, lupakan, lupakan saja, tidak jadi, nggak jadi, berhenti, sudahlah",
    ),
    "it": AnswerWords(
        yes="sì, si, giusto, esatto, corretto, proprio così",
        fine="certo, va bene, d'accordo, tutto bene, perfetto",
        no="no, sbagliato, non è giusto, non è corretto, non va bene, errato",
        skip="salta, nessuno, nessuna, niente, non lo so, non so, non ce l'ho, non ne ho",
        cancel=(
            "annulla, annullare, lascia stare, lasci stare, lascia perdere, lasci perdere, non "
            "importa, fa niente, stop"
        ),
    ),
    "ja": AnswerWords(
        yes="はい, ええ, うん, そうです, そう, 合っています, 正しいです, お願いします",
        fine="大丈夫です",
        no="いいえ, いや, 違います, 違う, 間違い, 間違っています",
        skip="スキップ, なし, ありません, 分かりません, わかりません, 知りません",
        cancel="キャンセル, やめます, やめる, もういいです, 結構です, 中止",
    ),
    "ko": AnswerWords(
        yes="예, 네, 넵, 응, 맞아요, 맞습니다, 그래요, 모두 맞습니다",
        fine="좋아요, 좋습니다, 확인",
        no="아니요, 아니오, 아뇨, 아니, 틀려요, 틀렸어요, 틀립니다, 안 맞아요",
        skip="건너뛰기, 없음, 없어요, 없습니다, 몰라요, 모르겠어요, 모릅니다",
        cancel="취소, 취소할게요, 그만, 그만둘게요, 됐어요, 됐습니다, 괜찮아요 됐어요",
    ),
    "nl": AnswerWords(
        yes="ja, jawel, klopt, dat klopt, juist, correct, precies, zeker",
        fine="goed, prima, akkoord, in orde, oké",
        no="nee, neen, niet juist, klopt niet, dat klopt niet, fout, niet correct",
        skip="overslaan, geen, niets, weet ik niet, ik weet het niet, heb ik niet, geen idee",
        cancel="annuleren, stop, stoppen, laat maar, laat maar zitten, vergeet het, maakt niet uit",
    ),
    "no": AnswerWords(
        yes="ja, jo, jepp, riktig, det er riktig, korrekt, akkurat, det stemmer, stemmer",
        fine="fint, greit, i orden",
        no="nei, feil, det er feil, ikke riktig, det stemmer ikke",
        skip=(
            "hopp over, ingen, ingenting, vet ikke, det vet jeg ikke, har jeg ikke, det har jeg "
            "ikke"
        ),
        cancel="avbryt, stopp, glem det, la det ligge, det er det samme, samme det",
    ),
    "pl": AnswerWords(
        yes="tak, zgadza się, pewnie, racja, dokładnie, wszystko się zgadza",
        fine="dobrze, jasne, okej, w porządku",
        no="nie, źle, nie zgadza się, to nie tak, błędnie, nieprawda",
        skip="pomiń, żaden, żadna, nic, nie wiem, nie mam, nie pamiętam",
        cancel="anuluj, nieważne, nie ważne, zapomnij, zostaw to, wszystko jedno, stop",
    ),
    "pt": AnswerWords(
        yes="sim, claro, correto, exato, isso, isso mesmo, está certo",
        fine="certo, tudo bem, está bem, perfeito",
        no="não, nao, errado, incorreto, não está certo, está errado, não é isso",
        skip="pular, saltar, nenhum, nenhuma, nada, não sei, não tenho",
        cancel=(
            "cancelar, cancela, deixa pra lá, deixe, deixa, esquece, esqueça, não importa, tanto "
            "faz, parar"
        ),
    ),
    "ro": AnswerWords(
        yes="da, sigur, corect, exact, așa e",
        fine="bine, e bine, în regulă, de acord, perfect",
        no="nu, greșit, nu e corect, incorect, nu e bine, e greșit",
        skip="omite, sari peste, niciunul, niciuna, nimic, nu știu, nu am",
        cancel="anulează, anulați, renunț, lasă, lăsați, nu contează, uită, stop",
    ),
    "ru": AnswerWords(
        yes="да, ага, верно, правильно, точно, конечно, всё верно, все верно, так и есть",
        fine="хорошо, ок",
        no="нет, неверно, неправильно, не так, ошибка",
        skip="пропустить, ничего, никакой, не знаю, нету, у меня нет",
        cancel="отмена, отменить, отмени, забудьте, забудь, неважно, не важно, ладно не надо, стоп",
    ),
    "sv": AnswerWords(
        yes="ja, jo, japp, rätt, det är rätt, stämmer, det stämmer, korrekt, precis",
        fine="bra, okej, visst",
        no="nej, fel, det är fel, inte rätt, det stämmer inte, stämmer inte",
        skip="hoppa över, ingen, inget, vet inte, det vet jag inte, har jag inte, det har jag inte",
        cancel="avbryt, stopp, glöm det, strunt samma, det spelar ingen roll, låt det vara",
    ),
    "th": AnswerWords(
        yes="ใช่, ใช่ครับ, ใช่ค่ะ, ถูกต้อง, ถูก, ถูกต้องทั้งหมด",
        fine="ครับ, ค่ะ, ตกลง, โอเค, ได้",
        no="ไม่, ไม่ใช่, ไม่ใช่ครับ, ไม่ใช่ค่ะ, ผิด, ไม่ถูกต้อง, ไม่ถูก",
        skip="ข้าม, ไม่มี, ไม่ทราบ, ไม่รู้",
        cancel="ยกเลิก, ไม่เป็นไร, ไม่ต้องแล้ว, ช่างมัน, หยุด",
    ),
    "tr": AnswerWords(
        yes="evet, doğru, tabii, elbette, aynen, kesinlikle, hepsi doğru",
        fine="tamam, olur, peki",
        no="hayır, yanlış, doğru değil, değil, yok",
        skip="atla, hiçbiri, hiçbir şey, bilmiyorum, bende yok, yok",
        cancel="iptal, İptal, iptal et, vazgeç, vazgeçtim, boş ver, unut gitsin, önemli değil, dur",
    ),
    "uk": AnswerWords(
        yes="так, ага, правильно, вірно, точно, звісно, усе правильно, все правильно",
        fine="добре, гаразд, ок",
        no="ні, неправильно, невірно, не так, помилка",
        skip="пропустити, нічого, жоден, не знаю, немає, у мене немає",
        cancel="скасувати, скасуй, відміна, забудьте, забудь, неважливо, стоп",
    ),
    "vi": AnswerWords(
        yes="có, vâng, ừ, đúng, đúng rồi, phải, chính xác, tất cả đều đúng",
        fine="được, đồng ý",
        no="không, sai, không đúng, không phải, sai rồi",
        skip="bỏ qua, không có, không biết, tôi không biết, tôi không có",
        cancel="hủy, huỷ, thôi, thôi bỏ đi, bỏ đi, không cần nữa, quên đi, dừng",
    ),
    "zh-Hant": AnswerWords(
        yes="是, 是的, 對, 對的, 沒錯, 正確, 確認, 全部正確",
        fine="好, 好的, 可以, 沒問題, 嗯, 行",
        no="不, 不是, 不對, 錯, 錯了, 沒有, 不行, 不正確, 否",
        skip="略過, 跳過, 無, 不知道, 沒有, 不方便, 不清楚",
        cancel="取消, 停止, 算了, 不用了, 沒事了",
    ),
}


YES: Final = frozenset(_listed(each.yes for each in ANSWER_WORDS.values()))
FINE: Final = frozenset(_listed(each.fine for each in ANSWER_WORDS.values()))
NO: Final = frozenset(_listed(each.no for each in ANSWER_WORDS.values()))
SKIP: Final = frozenset(_listed(each.skip for each in ANSWER_WORDS.values()))
CANCEL: Final = frozenset(_listed(each.cancel for each in ANSWER_WORDS.values()))
