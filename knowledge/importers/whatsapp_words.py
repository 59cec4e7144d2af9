"""What a person said in an entry of a WhatsApp export, told apart from what the app writes there.

Pictures left out, files beside the export, places, calls, deleted messages, and the notes about
encryption and edits. iOS sets U+200E before the app's words in every language, and Android puts
what it left out in angle brackets; the phrases here are for exports that lost those marks.
"""

from __future__ import annotations

import re
from typing import Final

from knowledge.importers.whatsapp_lines import WITHOUT_MARKS

_MARK: Final = "\u200e"
_FILE_TYPES: Final = (
    "jpe?g|png|gif|webp|heic|mp4|mov|3gp|mkv|opus|ogg|mp3|m4a|aac|amr|wav|pdf|docx?|xlsx?|pptx?|"
    "odt|txt|csv|vcf|zip|rar|apk"
)
_MARKED_BRACKETS: Final = re.compile(rf"{_MARK}<[^<>\n]{{2,200}}>")
_ATTACHED: Final = re.compile(rf"{_MARK}?<[^<>:：\n]{{2,30}}[:：]\s?[^<>:\n]+\.\w{{2,5}}>")
_BESIDE: Final = re.compile(
    rf"(?:{_MARK}[^\n]+|[\w-]+-WA\d{{4,}})\.(?:{_FILE_TYPES}) \([^()\n]{{2,40}}\)", re.IGNORECASE
)
_DOCUMENT: Final = re.compile(rf"[^\n•]+ • {_MARK}\d[^\n]*")
_FILE_NAME: Final = re.compile(r"[^\n/<>:]{1,150}\.[A-Za-z0-9]{2,5}")
_OMITTED_ON_ANDROID: Final = re.compile(r"<(?=[^<>]*[ \u3000-\uffff])[^<>@/=\n]{3,60}>")
_EDITED: Final = re.compile(
    r"\s*<[^<>\n]*(?:edited|bearbeitet|edit[óo]|editad|editat|modifi[éc]|bewerkt|измен|отредакт|"
    r"已编辑|已編輯|編集|편집|수정|edytowan|düzenlen|redigera|rediger|diedit|muokat|uprav|تعديل|"
    r"संपादित|chỉnh sửa)[^<>\n]*>\s*\Z",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(r"[^\s:]{2,20}\s?: https://maps\.google\.com/\?q=\S+")
_OMITTED: Final = re.compile(
    r"(?:[^\W\d_]+ ){1,3}(?:omitted|weggelassen|omitid[oa]|omesso|omessa|absente?|omise?"
    r"|ocultad[oa]|weggelaten|отсутствует|пропущено|опущено|pominięto|dahil edilmedi|atlandı"
    r"|utelämnad|utelatt|udeladt|tidak disertakan)"
    r"|pominięto [^\W\d_]+|(?:忽略|已略过|已略過|省略)[^\W\d_]{2,6}"
    r"|[^\W\d_]{2,6}(?:已忽略|已略過|已省略)|[^\W\d_]{2,6}は(?:省略されました|含まれていません)"
)
_DELETED: Final = re.compile(
    r"this message was deleted|you deleted this message|message deleted"
    r"|diese nachricht wurde gelöscht|du hast diese nachricht gelöscht"
    r"|sie haben diese nachricht gelöscht"
    r"|se eliminó este mensaje|este mensaje fue eliminado|eliminaste este mensaje"
    r"|ce message a été supprimé|vous avez supprimé ce message"
    r"|mensagem apagada|esta mensagem foi apagada|você apagou esta mensagem|apagou esta mensagem"
    r"|questo messaggio è stato eliminato|hai eliminato questo messaggio"
    r"|dit bericht is verwijderd|(?:u hebt|je hebt) dit bericht verwijderd"
    r"|данное сообщение удалено|это сообщение удалено|вы удалили (?:данное|это) сообщение"
    r"|(?:ta|ten) wiadomość została usunięta|usunięto tę wiadomość"
    r"|bu mesaj silindi|bu mesajı sildiniz|pesan ini (?:telah )?dihapus|anda menghapus pesan ini"
    r"|det här meddelandet (?:raderades|har raderats)|tin nhắn này đã bị xóa"
    r"|此消息已删除|您删除了此消息|您已删除此消息|此訊息已刪除|您刪除了此訊息|这条消息已被删除"
    r"|このメッセージは削除されました|삭제된 메시지입니다|تم حذف هذه الرسالة|यह संदेश हटा दिया गया"
)
_CALL: Final = re.compile(
    r"missed (?:voice|video|group voice|group video) call|verpasster (?:sprach|video)anruf"
    r"|(?:video)?llamada (?:de voz )?perdida|appel (?:vocal|vidéo) manqué"
    r"|(?:chamada|ligação) de (?:voz|vídeo) perdida|(?:video)?chiamata (?:vocale )?persa"
    r"|gemiste (?:spraak|video)oproep|пропущенный (?:аудио|видео)звонок"
    r"|cevapsız (?:sesli|görüntülü) arama|未接(?:语音|视频|語音|視訊)通[话話]"
)
_NOTICE: Final = re.compile(
    r"(?:messages (?:and calls|to this chat)|nachrichten und anrufe|los mensajes y las llamadas"
    r"|les messages et les appels|as mensagens e as? \w+|i messaggi e le chiamate"
    r"|berichten en oproepen|сообщения и звонки|消息和通话|訊息和通話|mesajlar ve aramalar"
    r"|wiadomości i (?:połączenia|rozmowy)|waiting for this message)\b.*",
    re.DOTALL,
)
_NOTHING_SAID: Final = (_OMITTED, _DELETED, _CALL, _NOTICE, _PLACE)
_VIEWED_ONCE: Final = "null"


def words_of(text: str) -> str:
    """What was said in an entry's text; empty where nothing was."""
    said = _EDITED.sub("", _without_media(text))
    if said.lstrip(" \n").startswith(_MARK):
        return ""
    said = "\n".join(line.rstrip() for line in said.translate(WITHOUT_MARKS).split("\n")).strip()
    plain = " ".join(said.casefold().split()).rstrip(".。")
    if plain == _VIEWED_ONCE or any(phrase.fullmatch(plain) for phrase in _NOTHING_SAID):
        return ""
    return said


def _without_media(text: str) -> str:
    """The text without the lines that stand for pictures and files; captions stay."""
    first, _, caption = text.partition("\n")
    if _BESIDE.fullmatch(first.strip()):
        return caption
    if _OMITTED_ON_ANDROID.fullmatch(first.translate(WITHOUT_MARKS).strip()):
        name, _, rest = caption.partition("\n")
        return rest if _FILE_NAME.fullmatch(name.strip()) else caption
    said = _MARKED_BRACKETS.sub("", _ATTACHED.sub("", text))
    title = said.strip()
    is_title = _DOCUMENT.fullmatch(title) or (said != text and _FILE_NAME.fullmatch(title))
    return "" if is_title and not _EDITED.search(text) else said
