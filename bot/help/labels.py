"""The few words that stand on help pages beside the articles, in every language the bot speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Labels:
    """``updated`` has a place for the ``{date}``."""

    contents: str
    updated: str
    missing: str


_EN = Labels("On this page", "Updated {date}", "This page does not exist, or no longer.")
LABELS: Mapping[str, Labels] = {
    "en": _EN,
    "ar": Labels("في هذه الصفحة", "آخر تحديث {date}", "هذه الصفحة غير موجودة أو لم تعد موجودة."),
    "cs": Labels("Na této stránce", "Aktualizováno {date}", "Tato stránka neexistuje, nebo už ne."),
    "da": Labels("På denne side", "Opdateret {date}", "Denne side findes ikke, eller ikke længere."),
    "de": Labels("Auf dieser Seite", "Stand: {date}", "Diese Seite gibt es nicht oder nicht mehr."),
    "el": Labels("Σε αυτή τη σελίδα", "Ενημερώθηκε {date}", "Η σελίδα δεν υπάρχει ή δεν υπάρχει πια."),
    "es": Labels("En esta página", "Actualizado: {date}", "Esta página no existe o ya no existe."),
    "fi": Labels("Tällä sivulla", "Päivitetty {date}", "Tätä sivua ei ole tai ei enää ole."),
    "fr": Labels("Sur cette page", "Mis à jour : {date}", "Cette page n'existe pas ou n'existe plus."),
    "he": Labels("בעמוד זה", "עודכן {date}", "העמוד הזה אינו קיים, או אינו קיים עוד."),
    "hi": Labels("इस पृष्ठ पर", "अपडेट: {date}", "यह पृष्ठ मौजूद नहीं है, या अब नहीं रहा।"),
    "hu": Labels("Ezen az oldalon", "Frissítve: {date}", "Ez az oldal nem létezik, vagy már nem."),
    "id": Labels("Di halaman ini", "Diperbarui {date}", "Halaman ini tidak ada, atau sudah tidak ada."),
    "it": Labels("In questa pagina", "Aggiornato: {date}", "Questa pagina non esiste o non esiste più."),
    "ja": Labels("このページの内容", "更新日：{date}", "このページは存在しないか、削除されました。"),
    "ko": Labels("이 페이지의 내용", "업데이트: {date}", "이 페이지는 없거나 삭제되었습니다."),
    "nl": Labels("Op deze pagina", "Bijgewerkt: {date}", "Deze pagina bestaat niet, of niet meer."),
    "no": Labels("På denne siden", "Oppdatert {date}", "Denne siden finnes ikke, eller ikke lenger."),
    "pl": Labels("Na tej stronie", "Aktualizacja: {date}", "Tej strony nie ma lub już nie ma."),
    "pt": Labels("Nesta página", "Atualizado: {date}", "Esta página não existe ou já não existe."),
    "ro": Labels("Pe această pagină", "Actualizat: {date}", "Această pagină nu există sau nu mai există."),
    "ru": Labels("На этой странице", "Обновлено: {date}", "Этой страницы нет или больше нет."),
    "sv": Labels("På den här sidan", "Uppdaterad {date}", "Sidan finns inte, eller inte längre."),
    "th": Labels("ในหน้านี้", "อัปเดตเมื่อ {date}", "ไม่มีหน้านี้ หรือหน้านี้ถูกลบไปแล้ว"),
    "tr": Labels("Bu sayfada", "Güncelleme: {date}", "Bu sayfa yok ya da artık yok."),
    "uk": Labels("На цій сторінці", "Оновлено: {date}", "Цієї сторінки немає або вже немає."),
    "vi": Labels("Trên trang này", "Cập nhật {date}", "Trang này không tồn tại hoặc không còn nữa."),
    "zh-Hans": Labels("本页内容", "更新于 {date}", "此页面不存在或已被移除。"),
    "zh-Hant": Labels("本頁內容", "更新於 {date}", "此頁面不存在或已被移除。"),
}  # fmt: skip


def labels_in(language: str) -> Labels:
    """The words in a language that the bot speaks."""
    return LABELS.get(language, _EN)
