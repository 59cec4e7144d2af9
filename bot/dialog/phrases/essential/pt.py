"""What the bot must be able to say in Portuguese: what it is, and that people answer."""

from typing import Final

PHRASES: Final = {
    "notice": "Assistente automático",
    "disclosure": "Sou o assistente automático da {company}.",
    "greeting": (
        "Olá, sou o assistente automático da {company}. Respondo ao que sei com certeza e, para "
        "o resto, chamo uma pessoa. Em que posso ajudar?"
    ),
    "identity": (
        "Sou um assistente automático, não uma pessoa. Respondo ao que sei com certeza; se "
        "preferir, chamo alguém da equipe."
    ),
    "waiting_identity": (
        "Sou um assistente automático, não uma pessoa. Uma pessoa já foi avisada e vai responder "
        "aqui mesmo."
    ),
    "person": "Falar com uma pessoa",
    "rephrase": (
        "Não tenho certeza de ter entendido. Pode dizer com outras palavras, ou devo chamar uma "
        "pessoa?"
    ),
    "handoff": (
        "Vou passar isto a alguém da equipe, que vai responder aqui mesmo. Essa pessoa verá o "
        "que escreveu; não é preciso repetir."
    ),
    "handoff_unsure": (
        "Não tenho uma resposta segura para isso, por isso passo a alguém da equipe, que vai "
        "responder aqui mesmo."
    ),
    "handoff_urgent": (
        "Isto precisa de uma pessoa já. Está agora no início da fila; alguém da equipe vai "
        "responder aqui mesmo."
    ),
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
    "still_waiting": (
        "Obrigado, acrescentei isso para a equipe. Uma pessoa vai responder aqui mesmo."
    ),
    "silenced": (
        "O assistente automático está desligado neste momento. A equipe tem a sua mensagem, e "
        "uma pessoa vai responder aqui mesmo."
    ),
    "silenced_greeting": (
        "Boas-vindas. O assistente automático da {company} está desligado neste momento. Escreva "
        "do que se trata, e uma pessoa vai responder aqui mesmo."
    ),
    "taken_over": "{name} entrou na conversa e responde a partir daqui. Agora fala com uma pessoa.",
    "given_back": "{name} saiu da conversa. Fala de novo com o assistente automático.",
    "back_to_bot": "Fala de novo com o assistente automático.",
    "no_agent": (
        "Lamentamos, ainda ninguém pôde responder. Mantém o seu lugar, e lembrei à equipe que "
        "está à espera. Não precisa de ficar: a resposta aparecerá aqui."
    ),
    "wait": (
        "É o número {position} da fila; a resposta costuma chegar em cerca de {minutes} minutos."
    ),
    "wait_unknown": "É o número {position} da fila.",
    "wait_long": (
        "É o número {position} da fila. Há muitos pedidos, e a resposta pode demorar mais de uma "
        "hora; não precisa de esperar aqui."
    ),
}
