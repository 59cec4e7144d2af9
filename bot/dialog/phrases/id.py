"""What the bot itself says, in Indonesian."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Halo, saya asisten otomatis {company}. Saya menjawab yang saya tahu pasti, dan untuk "
        "selebihnya saya memanggil orang. Apa yang bisa saya bantu?"
    ),
    "disclosure": "Saya asisten otomatis {company}.",
    "notice": "Asisten otomatis",
    "as_written": (
        "Sebagian teks kami tidak tersedia dalam bahasa Anda; saya tampilkan apa adanya."
    ),
    "hello": "Halo! Apa yang bisa saya bantu?",
    "thanks": "Sama-sama. Ada lagi yang bisa saya bantu?",
    "agreed": "Baik. Apa yang bisa saya bantu?",
    "declined": "Baik. Kalau ada sesuatu, silakan tulis.",
    "goodbye": "Sampai jumpa, dan terima kasih atas pesannya.",
    "cancelled": "Baik, itu saya tinggalkan. Apa lagi yang bisa saya bantu?",
    "clarify": "Saya ingin memastikan saya mengerti. Apakah salah satu dari ini yang Anda maksud?",
    "rephrase": (
        "Saya tidak yakin sudah mengerti. Bisakah Anda mengatakannya dengan kata lain, atau saya "
        "panggilkan orang?"
    ),
    "other_words": "Saya mengerti. Silakan katakan dengan kata lain, atau saya panggilkan orang?",
    "none_of_these": "Hal lain",
    "person": "Bicara dengan orang",
    "handoff": (
        "Saya teruskan ini kepada seseorang dari tim, yang akan menjawab Anda di sini. Ia dapat "
        "melihat yang Anda tulis, jadi tidak perlu diulang."
    ),
    "handoff_unsure": (
        "Saya tidak punya jawaban pasti untuk itu, jadi saya teruskan kepada seseorang dari tim, "
        "yang akan menjawab Anda di sini."
    ),
    "handoff_language": (
        "Saya tidak bisa menjawab dengan andal dalam bahasa yang Anda pakai, jadi saya teruskan "
        "ini kepada seseorang dari tim, yang akan menjawab Anda di sini."
    ),
    "handoff_urgent": (
        "Ini segera membutuhkan manusia. Anda sekarang di urutan paling depan; seseorang dari tim "
        "akan menjawab Anda di sini."
    ),
    "handoff_refused": (
        "Maaf, ternyata bukan itu yang Anda tanyakan. Saya teruskan kepada seseorang dari tim, "
        "yang akan menjawab Anda di sini."
    ),
    "above": (
        "Yang paling dekat adalah jawaban di atas, “{title}”. Kalau itu belum menjawab pertanyaan "
        "Anda, saya panggilkan orang."
    ),
    "above_unsure": (
        "Khusus tentang “{new}” saya tidak yakin. Yang paling dekat adalah jawaban di atas, "
        "“{title}”. Kalau itu belum menjawab pertanyaan Anda, saya panggilkan orang."
    ),
    "above_quoted": (
        "Yang paling dekat adalah yang saya kutip di atas. Kalau itu belum menjawab pertanyaan "
        "Anda, saya panggilkan orang."
    ),
    "above_quoted_unsure": (
        "Khusus tentang “{new}” saya tidak yakin. Yang paling dekat adalah yang saya kutip di "
        "atas. Kalau itu belum menjawab pertanyaan Anda, saya panggilkan orang."
    ),
    "one_at_a_time": (
        "Anda juga bertanya tentang {titles}. Silakan tanyakan lagi setelah ini selesai."
    ),
    "list_separator": ", ",
    "of_request": "{request}: {said}",
    "handoff_failed": (
        "Ada yang salah di pihak saya. Saya teruskan ini kepada seseorang dari tim, yang akan "
        "menjawab Anda di sini; pesan Anda aman."
    ),
    "closed": (
        "Saat ini tidak ada orang di sini. Pesan Anda saya simpan untuk tim; mulai {opening} "
        "seseorang akan menjawab Anda di sini."
    ),
    "closed_unknown": (
        "Saat ini tidak ada orang di sini. Pesan Anda saya simpan untuk tim; begitu kembali, "
        "seseorang akan menjawab Anda di sini."
    ),
    "waiting_identity": (
        "Saya asisten otomatis, bukan manusia. Seseorang sudah dipanggil dan akan menjawab Anda di "
        "sini."
    ),
    "waiting_thanks": (
        "Sama-sama. Seorang manusia tetap akan melihat ini dan menjawab Anda di sini."
    ),
    "waiting_declined": "Baik. Pesan Anda tetap ada pada tim, kalau masih ada sesuatu.",
    "still_waiting": (
        "Terima kasih, sudah saya tambahkan untuk tim. Seorang manusia akan menjawab Anda di sini."
    ),
    "lookup_failed": (
        "Saya tidak bisa memeriksanya saat ini, jadi saya teruskan kepada seseorang dari tim, yang "
        "dapat melihat yang Anda tulis dan akan menjawab Anda di sini."
    ),
    "lookup_none": (
        "Saya tidak menemukan yang cocok dengan data ini. Bisakah Anda memeriksanya dan mengirim "
        "lagi?"
    ),
    "ask_again": "Untuk memeriksanya saya masih memerlukan ini:",
    "sources": "Dari halaman bantuan kami:",
    "attachment": "Saya sendiri tidak bisa melihat isi berkas, tetapi tim bisa membukanya.",
    "attachment_other": (
        "Saya sendiri tidak bisa berbuat apa-apa dengan itu, tetapi tim bisa melihatnya."
    ),
    "attachment_image": "Saya sendiri tidak bisa melihat gambar, tetapi tim bisa.",
    "attachment_audio": "Saya sendiri tidak bisa mendengarkan rekaman, tetapi tim bisa.",
    "attachment_video": "Saya sendiri tidak bisa menonton video, tetapi tim bisa.",
    "attachment_document": "Saya sendiri tidak bisa membaca berkas, tetapi tim bisa membukanya.",
    "handoff_file": (
        "Saya teruskan kepada seseorang dari tim, yang akan melihatnya dan menjawab Anda di sini. "
        "Beberapa kata tentang isinya akan membantu."
    ),
    "file_too_large": (
        "Berkas “{name}” terlalu besar untuk disimpan di sini. Silakan kirim yang lebih kecil."
    ),
    "file_refused": (
        "Berkas seperti “{name}” tidak diterima di sini, jadi tidak disimpan. Silakan katakan "
        "dengan kata-kata, atau kirim jenis berkas lain."
    ),
    "file_too_many": (
        "Itu lebih banyak berkas daripada yang bisa disimpan dalam satu hari, jadi “{name}” tidak "
        "disimpan. Silakan tulis saja, atau kirim besok."
    ),
    "file_unavailable": "Berkas “{name}” tidak sampai kepada kami. Silakan kirim sekali lagi.",
    "commands": "Tulis saja apa masalahnya. Dengan /human Anda terhubung dengan orang.",
    "taken_over": (
        "{name} kini bergabung dalam percakapan dan menjawab mulai dari sini. Sekarang Anda "
        "berbicara dengan manusia."
    ),
    "back_to_bot": "Anda kembali berbicara dengan asisten otomatis.",
    "given_back": (
        "{name} telah meninggalkan percakapan. Anda kembali berbicara dengan asisten otomatis."
    ),
    "identity": (
        "Saya asisten otomatis, bukan manusia. Saya menjawab yang saya tahu pasti; bila Anda mau, "
        "saya panggilkan seseorang dari tim."
    ),
    "near_article": (
        "Saya tidak yakin dengan jawabannya. Mungkin ada di sini, atau saya panggilkan seseorang?"
    ),
    "clarify_one": "Saya ingin memastikan saya mengerti. Apakah ini yang Anda maksud?",
    "help": (
        "Saya asisten otomatis {company}. Tulis dengan kata-kata Anda sendiri apa masalahnya; yang "
        "tidak saya yakini diteruskan kepada orang.\n\n"
        "/human – Bicara dengan orang\n"
        "/language – Pilih bahasa\n"
        "/help – Yang bisa saya lakukan"
    ),
    "unknown_command": "Saya tidak mengenal perintah {command}.",
    "command_help": "Yang bisa saya lakukan",
    "command_human": "Bicara dengan orang",
    "command_language": "Pilih bahasa",
    "language_name": "Bahasa Indonesia",
    "language_ask": "Dalam bahasa apa saya menulis?",
    "language_set": "Baik, mulai sekarang saya menulis dalam bahasa Indonesia.",
    "language_unknown": "Maaf, saya tidak bisa bahasa itu. Yang saya bisa:",
    "slow_down": (
        "Anda menulis lebih cepat daripada yang bisa saya ikuti. Tidak ada yang hilang: saya "
        "kumpulkan pesan Anda dan jawab sekaligus. Mohon tunggu sebentar."
    ),
    "silenced": (
        "Asisten otomatis sedang dimatikan. Pesan Anda ada pada tim, dan seorang manusia akan "
        "menjawab Anda di sini."
    ),
    "silenced_greeting": (
        "Selamat datang. Asisten otomatis {company} sedang dimatikan. Tulis keperluan Anda, dan "
        "seorang manusia akan menjawab Anda di sini."
    ),
    "rate": (
        "Bagaimana percakapan ini? 1 buruk, 5 sangat baik. Kalau masih ada sesuatu, silakan tulis."
    ),
    "rated": "Terima kasih atas penilaian Anda.",
    "yes": "Ya",
    "no": "Tidak",
    "detail_several": "Saya melihat lebih dari satu. Yang mana?",
    "detail_too_short": "Itu terlalu pendek; saya perlu paling sedikit {limit} karakter.",
    "detail_too_long": "Itu terlalu panjang; saya bisa menerima paling banyak {limit} karakter.",
    "detail_integer": "Di situ saya perlu bilangan bulat.",
    "detail_currency": (
        "Saya tidak tahu mata uang apa itu, atau bukan yang bisa saya terima. Saya perlu jumlah "
        "seperti 12.50 {limit}."
    ),
    "detail_too_small": "Harus paling sedikit {limit}.",
    "detail_too_large": "Bisa paling banyak {limit}.",
    "detail_no_such_day": "Tidak ada tanggal seperti itu.",
    "detail_too_early": "Tidak boleh sebelum {limit}.",
    "detail_too_late": "Tidak boleh setelah {limit}.",
    "detail_two_days": (
        "Itu bisa {first} atau {second}. Silakan tulis dengan salah satu dari dua cara ini."
    ),
    "detail_email": "Itu tidak tampak seperti alamat email yang lengkap.",
    "detail_phone": (
        "Saya tidak melihat nomor telepon di situ. Silakan tulis dengan kode negara, misalnya +62."
    ),
    "form_again": "Saya tidak menemukannya dalam pesan Anda.",
    "form_example": "Misalnya: {examples}",
    "form_options": "Jawaban yang mungkin: {options}",
    "form_skip": "Lewati",
    "form_check": "Silakan periksa apakah ini benar:",
    "form_check_ask": "Apakah semuanya benar?",
    "form_yes": "Ya, semua benar",
    "form_no": "Tidak, ubah sesuatu",
    "form_which": "Yang mana yang salah?",
    "form_or_these": "Atau tulis namanya: {names}",
    "form_back": "Kembali ke “{title}”:",
    "form_cancelled": (
        "Baik, itu saya tinggalkan: “{title}” dibatalkan. Apa lagi yang bisa saya bantu?"
    ),
    "form_left": "Saya kesampingkan “{title}”. Katakan saja kalau Anda ingin melanjutkannya.",
    "form_unsure": (
        "Saya tidak punya jawaban pasti untuk itu; seseorang dari tim bisa membantu Anda."
    ),
    "form_hello": "Halo!",
    "form_thanks": "Sama-sama.",
    "form_wait": "Silakan, tidak perlu terburu-buru.",
    "form_sent": (
        "Terima kasih, itu saja yang saya perlukan. “{title}” sudah saya teruskan kepada seseorang "
        "dari tim, yang akan menjawab Anda di sini."
    ),
    "insult": (
        "Maaf atas kerepotannya. Saya ingin membantu: katakan apa masalahnya, atau minta saya "
        "memanggilkan orang."
    ),
    "compliment": "Terima kasih, Anda baik sekali. Ada lagi yang bisa saya bantu?",
    "take_your_time": "Tentu, tidak perlu terburu-buru. Tulis saja kalau sudah siap.",
    "wait": (
        "Anda nomor {position} dalam antrean; jawaban biasanya datang dalam sekitar {minutes} "
        "menit."
    ),
    "wait_unknown": "Anda nomor {position} dalam antrean.",
    "farewell_closed": "Sama-sama. Kalau masih ada sesuatu, silakan tulis.",
    "wait_long": (
        "Anda nomor {position} dalam antrean. Sedang ramai, dan jawabannya bisa lebih dari satu "
        "jam; Anda tidak perlu menunggu di sini."
    ),
    "no_agent": (
        "Maaf, belum ada yang bisa menjawab. Urutan Anda tetap, dan saya sudah mengingatkan tim "
        "bahwa Anda menunggu. Anda tidak perlu tetap di sini: jawabannya akan muncul di sini."
    ),
    "agent_idle": (
        "Maaf, {name} belum bisa menjawab. Anda kembali ke antrean, di depan mereka yang datang "
        "kemudian, dan tim sudah diberi tahu. Seorang manusia akan menjawab Anda di sini."
    ),
    "passed_on": (
        "{name} meneruskan ini kepada rekan yang menanganinya. Seorang manusia akan menjawab Anda "
        "di sini; tidak perlu mengulang apa pun."
    ),
    "lapsed": (
        "Sudah beberapa lama sepi di sini, jadi percakapan ini sekarang ditutup. Tulis kapan saja, "
        "dan percakapan terbuka lagi."
    ),
    "mail_answer_subject": "{company}: jawaban dari {name}",
    "mail_answer": "{name} ({company}) telah menjawab Anda di chat:",
    "mail_answer_link": (
        "Lanjutkan membaca dan balas di sini. Tautan ini hanya membuka percakapan ini, selama "
        "{days} hari; mohon simpan untuk Anda sendiri:"
    ),
    "mail_answer_why": (
        "Anda menerima surel ini karena meninggalkan chat sebelum jawaban datang. Untuk membalas, "
        "gunakan tautan itu: balasan ke surel ini tidak sampai ke percakapan."
    ),
    "link_invalid": (
        "Tautan ini tidak berlaku. Silakan buka persis seperti dalam surel, atau mulai percakapan "
        "baru."
    ),
    "link_expired": (
        "Tautan ini sudah kedaluwarsa. Silakan mulai percakapan baru; tim masih menyimpan yang "
        "sebelumnya."
    ),
    "help_pages": "Bantuan",
    "help_search": "Cari",
    "help_nothing": "Tidak ada yang ditemukan.",
}
