"""What the bot must be able to say in Turkish: what it is, and that people answer."""

from typing import Final

PHRASES: Final = {
    "notice": "Otomatik asistan",
    "disclosure": "Ben {company} şirketinin otomatik asistanıyım.",
    "greeting": (
        "Merhaba, ben {company} şirketinin otomatik asistanıyım. Emin olduğum soruları "
        "yanıtlarım, gerisi için bir insan çağırırım. Nasıl yardımcı olabilirim?"
    ),
    "identity": (
        "Ben otomatik bir asistanım, insan değilim. Emin olduğum soruları yanıtlarım; isterseniz "
        "ekipten birini çağırırım."
    ),
    "waiting_identity": (
        "Ben otomatik bir asistanım, insan değilim. Bir insan çağrıldı ve size burada yanıt "
        "verecek."
    ),
    "person": "Bir insanla görüş",
    "rephrase": (
        "Doğru anladığımdan emin değilim. Başka sözcüklerle yazar mısınız, yoksa bir insan "
        "çağırayım mı?"
    ),
    "handoff": (
        "Bunu ekipten birine iletiyorum; size burada yanıt verecek. Yazdıklarınızı görecek, "
        "tekrarlamanıza gerek yok."
    ),
    "handoff_unsure": (
        "Buna kesin bir yanıtım yok; bu yüzden ekipten birine iletiyorum, size burada yanıt "
        "verecek."
    ),
    "handoff_urgent": (
        "Bunun için hemen bir insan gerekiyor. Şimdi sıranın başındasınız; ekipten biri size "
        "burada yanıt verecek."
    ),
    "handoff_failed": (
        "Benim tarafımda bir sorun oldu. Bunu ekipten birine iletiyorum; size burada yanıt "
        "verecek. Mesajınız güvende."
    ),
    "closed": (
        "Şu anda burada kimse yok. Mesajınızı ekip için sakladım; {opening} itibarıyla biri size "
        "burada yanıt verecek."
    ),
    "closed_unknown": (
        "Şu anda burada kimse yok. Mesajınızı ekip için sakladım; biri döner dönmez size burada "
        "yanıt verecek."
    ),
    "still_waiting": "Teşekkürler, bunu ekip için ekledim. Bir insan size burada yanıt verecek.",
    "silenced": (
        "Otomatik asistan şu anda kapalı. Mesajınız ekipte ve bir insan size burada yanıt verecek."
    ),
    "silenced_greeting": (
        "Hoş geldiniz. {company} şirketinin otomatik asistanı şu anda kapalı. Konunun ne "
        "olduğunu yazın, bir insan size burada yanıt verecek."
    ),
    "taken_over": (
        "{name} görüşmeye katıldı ve bundan sonra o yanıtlıyor. Artık bir insanla konuşuyorsunuz."
    ),
    "given_back": "{name} görüşmeden ayrıldı. Yeniden otomatik asistanla konuşuyorsunuz.",
    "back_to_bot": "Yeniden otomatik asistanla konuşuyorsunuz.",
    "no_agent": (
        "Üzgünüz, henüz kimse yanıt veremedi. Sıranızı koruyorsunuz ve beklediğinizi ekibe "
        "yeniden hatırlattım. Burada kalmanız gerekmez: yanıt burada görünecek."
    ),
    "wait": (
        "Sırada {position} numarasınız; yanıt genellikle yaklaşık {minutes} dakika içinde gelir."
    ),
    "wait_unknown": "Sırada {position} numarasınız.",
    "wait_long": (
        "Sırada {position} numarasınız. Şu anda yoğunluk var ve yanıt bir saatten uzun "
        "sürebilir; burada beklemeniz gerekmez."
    ),
}
