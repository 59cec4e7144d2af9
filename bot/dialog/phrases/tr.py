"""What the bot itself says, in Turkish."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Merhaba, ben {company} şirketinin otomatik asistanıyım. Emin olduğum soruları yanıtlarım, "
        "gerisi için bir insan çağırırım. Nasıl yardımcı olabilirim?"
    ),
    "disclosure": "Ben {company} şirketinin otomatik asistanıyım.",
    "notice": "Otomatik asistan",
    "as_written": "Bazı metinlerimiz sizin dilinizde yok; onları olduğu gibi gösteriyorum.",
    "hello": "Merhaba! Nasıl yardımcı olabilirim?",
    "thanks": "Rica ederim. Başka bir konuda yardımcı olabilir miyim?",
    "agreed": "Tamam. Nasıl yardımcı olabilirim?",
    "declined": "Tamam. Bir şey olursa yazmanız yeterli.",
    "goodbye": "Hoşça kalın, yazdığınız için teşekkürler.",
    "cancelled": "Tamam, bunu bıraktım. Başka nasıl yardımcı olabilirim?",
    "clarify": "Doğru anladığımdan emin olmak istiyorum. Bunlardan birini mi kastediyorsunuz?",
    "rephrase": (
        "Doğru anladığımdan emin değilim. Başka sözcüklerle yazar mısınız, yoksa bir insan "
        "çağırayım mı?"
    ),
    "other_words": "Anlıyorum. Lütfen başka sözcüklerle yazın, yoksa bir insan çağırayım mı?",
    "none_of_these": "Başka bir şey",
    "person": "Bir insanla görüş",
    "handoff": (
        "Bunu ekipten birine iletiyorum; size burada yanıt verecek. Yazdıklarınızı görecek, "
        "tekrarlamanıza gerek yok."
    ),
    "handoff_unsure": (
        "Buna kesin bir yanıtım yok; bu yüzden ekipten birine iletiyorum, size burada yanıt "
        "verecek."
    ),
    "handoff_language": (
        "Yazdığınız dilde güvenilir yanıt veremiyorum; bu yüzden bunu ekipten birine iletiyorum, "
        "size burada yanıt verecek."
    ),
    "handoff_urgent": (
        "Bunun için hemen bir insan gerekiyor. Şimdi sıranın başındasınız; ekipten biri size "
        "burada yanıt verecek."
    ),
    "handoff_refused": (
        "Sorduğunuz bu olmadığı için üzgünüm. Bunu ekipten birine iletiyorum; size burada yanıt "
        "verecek."
    ),
    "above": (
        "Elimdeki en yakın şey yukarıdaki yanıt: “{title}”. Sorunuzu çözmüyorsa memnuniyetle bir "
        "insan çağırırım."
    ),
    "above_unsure": (
        "Özellikle “{new}” konusunda emin değilim. Elimdeki en yakın şey yukarıdaki yanıt: "
        "“{title}”. Sorunuzu çözmüyorsa memnuniyetle bir insan çağırırım."
    ),
    "above_quoted": (
        "Elimdeki en yakın şey yukarıda alıntıladığım. Sorunuzu çözmüyorsa memnuniyetle bir insan "
        "çağırırım."
    ),
    "above_quoted_unsure": (
        "Özellikle “{new}” konusunda emin değilim. Elimdeki en yakın şey yukarıda alıntıladığım. "
        "Sorunuzu çözmüyorsa memnuniyetle bir insan çağırırım."
    ),
    "one_at_a_time": "Şunu da sordunuz: {titles}. Bu iş bitince lütfen yeniden sorun.",
    "list_separator": ", ",
    "of_request": "{request}: {said}",
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
    "waiting_identity": (
        "Ben otomatik bir asistanım, insan değilim. Bir insan çağrıldı ve size burada yanıt "
        "verecek."
    ),
    "waiting_thanks": "Rica ederim. Yine de bir insan buna bakacak ve size burada yanıt verecek.",
    "waiting_declined": "Tamam. Başka bir şey olursa diye mesajlarınız ekipte kalıyor.",
    "still_waiting": "Teşekkürler, bunu ekip için ekledim. Bir insan size burada yanıt verecek.",
    "lookup_failed": (
        "Şu anda buna bakamıyorum; bu yüzden bunu ekipten birine iletiyorum. Yazdıklarınızı "
        "görecek ve size burada yanıt verecek."
    ),
    "lookup_none": "Bu bilgilere uyan bir şey bulamadım. Kontrol edip yeniden gönderir misiniz?",
    "ask_again": "Buna bakmak için şuna da ihtiyacım var:",
    "sources": "Yardım sayfalarımızdan:",
    "attachment": "Dosyaların içine ben bakamıyorum, ama ekip açabilir.",
    "attachment_other": "Bununla ben bir şey yapamıyorum, ama ekip görebilir.",
    "attachment_image": "Resme ben bakamıyorum, ama ekip görebilir.",
    "attachment_audio": "Kaydı ben dinleyemiyorum, ama ekip dinleyebilir.",
    "attachment_video": "Videoyu ben izleyemiyorum, ama ekip izleyebilir.",
    "attachment_document": "Dosyayı ben okuyamıyorum, ama ekip açabilir.",
    "handoff_file": (
        "Bunu ekipten birine iletiyorum; bakıp size burada yanıt verecek. Konunun ne olduğuna dair "
        "birkaç söz işine yarar."
    ),
    "file_too_large": (
        "“{name}” dosyanız burada saklanamayacak kadar büyük. Lütfen daha küçüğünü gönderin."
    ),
    "file_refused": (
        "“{name}” gibi dosyalar burada kabul edilmiyor, bu yüzden saklanmadı. Lütfen sözle yazın "
        "ya da başka türde bir dosya gönderin."
    ),
    "file_too_many": (
        "Bu, bir günde saklanabilecek olandan fazla dosya; bu yüzden “{name}” saklanmadı. Lütfen "
        "yazın ya da yarın gönderin."
    ),
    "file_unavailable": "“{name}” dosyanız bize ulaşmadı. Lütfen bir kez daha gönderin.",
    "commands": "Konunun ne olduğunu yazmanız yeterli. /human ile bir insana ulaşırsınız.",
    "taken_over": (
        "{name} görüşmeye katıldı ve bundan sonra o yanıtlıyor. Artık bir insanla konuşuyorsunuz."
    ),
    "back_to_bot": "Yeniden otomatik asistanla konuşuyorsunuz.",
    "given_back": "{name} görüşmeden ayrıldı. Yeniden otomatik asistanla konuşuyorsunuz.",
    "identity": (
        "Ben otomatik bir asistanım, insan değilim. Emin olduğum soruları yanıtlarım; isterseniz "
        "ekipten birini çağırırım."
    ),
    "near_article": (
        "Yanıttan emin değilim. Belki burada yazıyordur, yoksa bir kişiyi mi çağırayım?"
    ),
    "clarify_one": "Doğru anladığımdan emin olmak istiyorum. Bunu mu kastediyorsunuz?",
    "help": (
        "Ben {company} şirketinin otomatik asistanıyım. Konunun ne olduğunu kendi sözlerinizle "
        "yazın; emin olmadıklarım bir insana gider.\n\n"
        "/human – Bir insanla görüş\n"
        "/language – Dil seç\n"
        "/help – Neler yapabilirim"
    ),
    "unknown_command": "{command} komutunu bilmiyorum.",
    "command_help": "Neler yapabilirim",
    "command_human": "Bir insanla görüş",
    "command_language": "Dil seç",
    "language_name": "Türkçe",
    "language_ask": "Hangi dilde yazayım?",
    "language_set": "Tamam, bundan sonra Türkçe yazıyorum.",
    "language_unknown": "Üzgünüm, bu dili konuşmuyorum. Şunları konuşuyorum:",
    "slow_down": (
        "Yetişebileceğimden hızlı yazıyorsunuz. Hiçbir şey kaybolmuyor: mesajlarınızı topluyorum "
        "ve hepsine birlikte yanıt vereceğim. Bir dakika lütfen."
    ),
    "silenced": (
        "Otomatik asistan şu anda kapalı. Mesajınız ekipte ve bir insan size burada yanıt verecek."
    ),
    "silenced_greeting": (
        "Hoş geldiniz. {company} şirketinin otomatik asistanı şu anda kapalı. Konunun ne olduğunu "
        "yazın, bir insan size burada yanıt verecek."
    ),
    "rate": "Bu görüşme nasıldı? 1 kötü, 5 mükemmel. Başka bir şey varsa yazmanız yeterli.",
    "rated": "Değerlendirmeniz için teşekkürler.",
    "yes": "Evet",
    "no": "Hayır",
    "detail_several": "Birden fazla görüyorum. Hangisi?",
    "detail_too_short": "Bu çok kısa; en az {limit} karakter gerekiyor.",
    "detail_too_long": "Bu çok uzun; en fazla {limit} karakter alabilirim.",
    "detail_integer": "Burada bir tam sayı gerekiyor.",
    "detail_currency": (
        "Hangi para birimi olduğunu anlayamadım ya da kabul edebileceğim biri değil. 12.50 {limit} "
        "gibi bir tutar gerekiyor."
    ),
    "detail_too_small": "En az {limit} olmalı.",
    "detail_too_large": "En fazla {limit} olabilir.",
    "detail_no_such_day": "Böyle bir gün yok.",
    "detail_too_early": "{limit} tarihinden önce olamaz.",
    "detail_too_late": "{limit} tarihinden sonra olamaz.",
    "detail_two_days": "Bu {first} ya da {second} olabilir. Lütfen bu iki biçimden biriyle yazın.",
    "detail_email": "Bu tam bir e-posta adresine benzemiyor.",
    "detail_phone": (
        "Orada bir telefon numarası göremiyorum. Lütfen ülke koduyla yazın, örneğin +90."
    ),
    "form_again": "Bunu mesajınızda bulamadım.",
    "form_example": "Örneğin: {examples}",
    "form_options": "Olası yanıtlar: {options}",
    "form_skip": "Atla",
    "form_check": "Lütfen bunun doğru olup olmadığına bakın:",
    "form_check_ask": "Hepsi doğru mu?",
    "form_yes": "Evet, hepsi doğru",
    "form_no": "Hayır, bir şeyi değiştir",
    "form_which": "Bunlardan hangisi yanlış?",
    "form_or_these": "Ya da adını yazın: {names}",
    "form_back": "“{title}” konusuna dönelim:",
    "form_cancelled": (
        "Tamam, bunu bıraktım: “{title}” iptal edildi. Başka nasıl yardımcı olabilirim?"
    ),
    "form_left": "“{title}” konusunu kenara koydum. Devam etmek istediğinizde söyleyin.",
    "form_unsure": "Buna kesin bir yanıtım yok; ekipten biri yardımcı olabilir.",
    "form_hello": "Merhaba!",
    "form_thanks": "Rica ederim.",
    "form_wait": "Acele etmeyin.",
    "form_sent": (
        "Teşekkürler, gereken her şey bu kadar. “{title}” konusunu ekipten birine ilettim; size "
        "burada yanıt verecek."
    ),
    "insult": (
        "Yaşadığınız sıkıntı için üzgünüm. Yardımcı olmak isterim: konuyu yazın ya da bir insan "
        "çağırmamı isteyin."
    ),
    "compliment": "Teşekkürler, çok naziksiniz. Başka bir konuda yardımcı olabilir miyim?",
    "take_your_time": "Elbette, acele etmeyin. Hazır olunca yazın.",
    "wait": (
        "Sırada {position} numarasınız; yanıt genellikle yaklaşık {minutes} dakika içinde gelir."
    ),
    "wait_unknown": "Sırada {position} numarasınız.",
    "farewell_closed": "Rica ederim. Başka bir şey varsa yazmanız yeterli.",
    "wait_long": (
        "Sırada {position} numarasınız. Şu anda yoğunluk var ve yanıt bir saatten uzun sürebilir; "
        "burada beklemeniz gerekmez."
    ),
    "no_agent": (
        "Üzgünüz, henüz kimse yanıt veremedi. Sıranızı koruyorsunuz ve beklediğinizi ekibe yeniden "
        "hatırlattım. Burada kalmanız gerekmez: yanıt burada görünecek."
    ),
    "agent_idle": (
        "Üzgünüm, {name} henüz yanıt veremedi. Sizden sonra gelenlerin önünde yeniden sıradasınız "
        "ve ekibe haber verildi. Bir insan size burada yanıt verecek."
    ),
    "passed_on": (
        "{name} bunu ilgili çalışma arkadaşlarına iletiyor. Bir insan size burada yanıt verecek; "
        "hiçbir şeyi tekrarlamanıza gerek yok."
    ),
    "lapsed": (
        "Burası bir süredir sessiz, bu yüzden bu görüşme şimdi kapandı. Ne zaman yazarsanız "
        "yeniden açılır."
    ),
    "mail_answer_subject": "{company}: {name} size yanıt verdi",
    "mail_answer": "{name} ({company}) sohbette size yanıt verdi:",
    "mail_answer_link": (
        "Okumaya devam edin ve buradan yanıt yazın. Bağlantı yalnızca bu görüşmeyi açar, {days} "
        "gün boyunca; lütfen kimseyle paylaşmayın:"
    ),
    "mail_answer_why": (
        "Bu e-postayı, yanıt gelmeden sohbetten ayrıldığınız için alıyorsunuz. Yanıt yazmak için "
        "bağlantıyı kullanın: bu e-postaya verilen yanıt görüşmeye ulaşmaz."
    ),
    "link_invalid": (
        "Bu bağlantı geçerli değil. Lütfen tam e-postadaki haliyle açın ya da yeni bir görüşme "
        "başlatın."
    ),
    "link_expired": (
        "Bu bağlantının süresi doldu. Lütfen yeni bir görüşme başlatın; önceki hâlâ ekipte."
    ),
    "help_pages": "Yardım",
    "help_search": "Ara",
    "help_nothing": "Hiçbir şey bulunamadı.",
}
