"""What the bot itself says, in Portuguese."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Olá, sou o assistente automático da {company}. Respondo ao que sei com certeza e, para o "
        "resto, chamo uma pessoa. Em que posso ajudar?"
    ),
    "disclosure": "Sou o assistente automático da {company}.",
    "notice": "Assistente automático",
    "as_written": ("Alguns dos nossos textos não existem no seu idioma; mostro-os como estão."),
    "hello": "Olá! Em que posso ajudar?",
    "thanks": "De nada. Posso ajudar em mais alguma coisa?",
    "agreed": "Certo. Em que posso ajudar?",
    "declined": "Certo. Se surgir alguma coisa, é só escrever.",
    "goodbye": "Até logo, e obrigado pela mensagem.",
    "cancelled": "Certo, deixei isso de lado. Em que mais posso ajudar?",
    "clarify": "Quero ter certeza de que entendi. É uma destas opções?",
    "rephrase": (
        "Não tenho certeza de ter entendido. Pode dizer com outras palavras, ou devo chamar uma "
        "pessoa?"
    ),
    "other_words": "Entendo. Diga com outras palavras, por favor, ou devo chamar uma pessoa?",
    "none_of_these": "Outra coisa",
    "person": "Falar com uma pessoa",
    "handoff": (
        "Vou passar isto a alguém da equipe, que vai responder aqui mesmo. Essa pessoa verá o que "
        "escreveu; não é preciso repetir."
    ),
    "handoff_unsure": (
        "Não tenho uma resposta segura para isso, por isso passo a alguém da equipe, que vai "
        "responder aqui mesmo."
    ),
    "handoff_language": (
        "Não consigo responder com segurança no idioma em que escreve; por isso passo isto a "
        "alguém da equipe, que vai responder aqui mesmo."
    ),
    "handoff_urgent": (
        "Isto precisa de uma pessoa já. Está agora no início da fila; alguém da equipe vai "
        "responder aqui mesmo."
    ),
    "handoff_refused": (
        "Lamento que não fosse o que perguntou. Vou passar isto a alguém da equipe, que vai "
        "responder aqui mesmo."
    ),
    "above": (
        "O mais próximo que tenho é a resposta acima, “{title}”. Se ela não resolver a sua "
        "pergunta, chamo uma pessoa com prazer."
    ),
    "above_unsure": (
        "Sobre “{new}” em particular não tenho certeza. O mais próximo que tenho é a resposta "
        "acima, “{title}”. Se ela não resolver a sua pergunta, chamo uma pessoa com prazer."
    ),
    "above_quoted": (
        "O mais próximo que tenho é o que citei acima. Se não resolver a sua pergunta, chamo uma "
        "pessoa com prazer."
    ),
    "above_quoted_unsure": (
        "Sobre “{new}” em particular não tenho certeza. O mais próximo que tenho é o que citei "
        "acima. Se não resolver a sua pergunta, chamo uma pessoa com prazer."
    ),
    "one_at_a_time": (
        "Também perguntou sobre {titles}. Pergunte de novo, por favor, quando isto estiver "
        "resolvido."
    ),
    "list_separator": ", ",
    "of_request": "{request}: {said}",
    "handoff_failed": (
        "Algo correu mal do meu lado. Vou passar isto a alguém da equipe, que vai responder aqui "
        "mesmo; a sua mensagem está guardada."
    ),
    "closed": (
        "Neste momento não há ninguém. Guardei a sua mensagem para a equipe, e alguém vai "
        "responder aqui quando voltarmos, a partir de {opening}."
    ),
    "closed_unknown": (
        "Neste momento não há ninguém. Guardei a sua mensagem para a equipe, e alguém vai "
        "responder aqui assim que voltar."
    ),
    "waiting_identity": (
        "Sou um assistente automático, não uma pessoa. Uma pessoa já foi avisada e vai responder "
        "aqui mesmo."
    ),
    "waiting_thanks": "De nada. Uma pessoa ainda vai ver isto e responder aqui mesmo.",
    "waiting_declined": "Certo. As suas mensagens ficam com a equipe, caso falte alguma coisa.",
    "still_waiting": (
        "Obrigado, acrescentei isso para a equipe. Uma pessoa vai responder aqui mesmo."
    ),
    "lookup_failed": (
        "Não consigo consultar isso neste momento; por isso passo isto a alguém da equipe, que "
        "verá o que escreveu e vai responder aqui mesmo."
    ),
    "lookup_none": (
        "Não encontrei nada que corresponda a estes dados. Pode verificá-los e enviá-los de novo?"
    ),
    "ask_again": "Para consultar isso ainda preciso do seguinte:",
    "sources": "Das nossas páginas de ajuda:",
    "attachment": "Não consigo ver o conteúdo de arquivos, mas a equipe pode abri-los.",
    "attachment_other": "Não consigo fazer nada com isso, mas a equipe pode ver.",
    "attachment_image": "Não consigo ver a imagem, mas a equipe pode vê-la.",
    "attachment_audio": "Não consigo ouvir a gravação, mas a equipe pode.",
    "attachment_video": "Não consigo ver o vídeo, mas a equipe pode.",
    "attachment_document": "Não consigo ler o arquivo, mas a equipe pode abri-lo.",
    "handoff_file": (
        "Vou passá-lo a alguém da equipe, que vai ver e responder aqui mesmo. Algumas palavras "
        "sobre o assunto ajudam."
    ),
    "file_too_large": (
        "O arquivo “{name}” é grande demais para ser guardado aqui. Envie um menor, por favor."
    ),
    "file_refused": (
        "Arquivos como “{name}” não são aceitos aqui; por isso não foi guardado. Diga com "
        "palavras, por favor, ou envie outro tipo de arquivo."
    ),
    "file_too_many": (
        "São mais arquivos do que se podem guardar em um dia; por isso “{name}” não foi guardado. "
        "Escreva, por favor, ou envie amanhã."
    ),
    "file_unavailable": "O arquivo “{name}” não chegou até nós. Envie mais uma vez, por favor.",
    "commands": "Escreva simplesmente do que se trata. Com /human fala com uma pessoa.",
    "taken_over": "{name} entrou na conversa e responde a partir daqui. Agora fala com uma pessoa.",
    "back_to_bot": "Fala de novo com o assistente automático.",
    "given_back": "{name} saiu da conversa. Fala de novo com o assistente automático.",
    "identity": (
        "Sou um assistente automático, não uma pessoa. Respondo ao que sei com certeza; se "
        "preferir, chamo alguém da equipe."
    ),
    "near_article": "Não tenho certeza da resposta. Talvez esteja aqui, ou chamo uma pessoa?",
    "clarify_one": "Quero ter certeza de que entendi. É isto?",
    "help": (
        "Sou o assistente automático da {company}. Escreva com as suas palavras do que se trata; o "
        "que não sei com certeza vai para uma pessoa.\n\n"
        "/human – Falar com uma pessoa\n"
        "/language – Escolher o idioma\n"
        "/help – O que sei fazer"
    ),
    "unknown_command": "Não conheço o comando {command}.",
    "command_help": "O que sei fazer",
    "command_human": "Falar com uma pessoa",
    "command_language": "Escolher o idioma",
    "language_name": "Português",
    "language_ask": "Em que idioma devo escrever?",
    "language_set": "Certo, a partir de agora escrevo em português.",
    "language_unknown": "Lamento, não falo esse idioma. Falo estes:",
    "slow_down": (
        "Escreve mais depressa do que consigo acompanhar. Nada se perde: reúno as suas mensagens e "
        "respondo a todas juntas. Um momento, por favor."
    ),
    "silenced": (
        "O assistente automático está desligado neste momento. A equipe tem a sua mensagem, e uma "
        "pessoa vai responder aqui mesmo."
    ),
    "silenced_greeting": (
        "Boas-vindas. O assistente automático da {company} está desligado neste momento. Escreva "
        "do que se trata, e uma pessoa vai responder aqui mesmo."
    ),
    "rate": (
        "Como foi esta conversa? 1 é ruim, 5 é excelente. Se faltar alguma coisa, é só escrever."
    ),
    "rated": "Obrigado pela avaliação.",
    "yes": "Sim",
    "no": "Não",
    "detail_several": "Vejo mais de um. Qual deles é?",
    "detail_too_short": "É curto demais; preciso de pelo menos {limit} caracteres.",
    "detail_too_long": "É longo demais; aceito no máximo {limit} caracteres.",
    "detail_integer": "Aqui preciso de um número inteiro.",
    "detail_currency": (
        "Não sei que moeda é essa, ou não é uma que eu possa aceitar. Preciso de um valor como "
        "12.50 {limit}."
    ),
    "detail_too_small": "Deve ser pelo menos {limit}.",
    "detail_too_large": "Pode ser no máximo {limit}.",
    "detail_no_such_day": "Esse dia não existe.",
    "detail_too_early": "Não pode ser antes de {limit}.",
    "detail_too_late": "Não pode ser depois de {limit}.",
    "detail_two_days": (
        "Pode ser {first} ou {second}. Escreva de uma destas duas formas, por favor."
    ),
    "detail_email": "Isso não parece um endereço de e-mail completo.",
    "detail_phone": (
        "Não vejo aí um número de telefone. Escreva com o código do país, por exemplo +55."
    ),
    "form_again": "Não encontrei isso na sua mensagem.",
    "form_example": "Por exemplo: {examples}",
    "form_options": "Respostas possíveis: {options}",
    "form_skip": "Pular",
    "form_check": "Veja, por favor, se isto está correto:",
    "form_check_ask": "Está tudo certo?",
    "form_yes": "Sim, tudo certo",
    "form_no": "Não, mudar alguma coisa",
    "form_which": "Qual destes dados está errado?",
    "form_or_these": "Ou escreva o nome: {names}",
    "form_back": "De volta a “{title}”:",
    "form_cancelled": (
        "Certo, deixei isso de lado: “{title}” foi cancelado. Em que mais posso ajudar?"
    ),
    "form_left": "Deixei “{title}” de lado. Diga quando quiser retomar.",
    "form_unsure": "Não tenho uma resposta certa para isso; alguém da equipe pode ajudar.",
    "form_hello": "Olá!",
    "form_thanks": "De nada.",
    "form_wait": "Não há pressa.",
    "form_sent": (
        "Obrigado, é tudo o que preciso. Passei “{title}” a alguém da equipe, que vai responder "
        "aqui mesmo."
    ),
    "insult": (
        "Lamento o incômodo. Gostaria de ajudar: diga do que se trata, ou peça que eu chame uma "
        "pessoa."
    ),
    "compliment": "Obrigado, é muita gentileza. Posso ajudar em mais alguma coisa?",
    "take_your_time": "Claro, não há pressa. Escreva quando quiser.",
    "wait": (
        "É o número {position} da fila; a resposta costuma chegar em cerca de {minutes} minutos."
    ),
    "wait_unknown": "É o número {position} da fila.",
    "farewell_closed": "De nada. Se faltar alguma coisa, é só escrever.",
    "wait_long": (
        "É o número {position} da fila. Há muitos pedidos, e a resposta pode demorar mais de uma "
        "hora; não precisa de esperar aqui."
    ),
    "no_agent": (
        "Lamentamos, ainda ninguém pôde responder. Mantém o seu lugar, e lembrei à equipe que está "
        "à espera. Não precisa de ficar: a resposta aparecerá aqui."
    ),
    "agent_idle": (
        "Lamento, {name} ainda não pôde responder. A conversa voltou para a fila, à frente de quem "
        "chegou depois, e a equipe foi avisada. Uma pessoa vai responder aqui mesmo."
    ),
    "passed_on": (
        "{name} está passando isto a quem trata do assunto. Uma pessoa vai responder aqui mesmo; "
        "não é preciso repetir nada."
    ),
    "lapsed": (
        "Há algum tempo não chegam mensagens, por isso esta conversa foi encerrada. Escreva quando "
        "quiser, e ela se abre de novo."
    ),
    "mail_answer_subject": "{company}: uma resposta de {name}",
    "mail_answer": "{name} ({company}) respondeu no chat:",
    "mail_answer_link": (
        "Continue a ler e responda aqui. O link abre só esta conversa, durante {days} dias; "
        "guarde-o para si, por favor:"
    ),
    "mail_answer_why": (
        "Recebe este e-mail porque saiu do chat antes da resposta. Para responder, use o link: uma "
        "resposta a este e-mail não chega à conversa."
    ),
    "link_invalid": (
        "Este link não é válido. Abra-o tal como está no e-mail, por favor, ou comece uma nova "
        "conversa."
    ),
    "link_expired": (
        "Este link expirou. Comece uma nova conversa, por favor; a equipe ainda tem a anterior."
    ),
    "help_pages": "Ajuda",
    "help_search": "Pesquisar",
    "help_nothing": "Nada encontrado.",
}
