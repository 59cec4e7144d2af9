"""How people ask what answers them, or for a person, in Portuguese."""

from nlu.phrasebooks.phrasebook import Phrasebook

BOOK = Phrasebook(
    machine=(
        "robô", "robot", "bot", "chatbot", "máquina", "ia", "inteligência artificial", "computador",
        "resposta automática", "chatgpt", "programa", "automático",
    ),
    person=(
        "humano", "humana", "ser humano", "pessoa", "pessoa (real|de verdade)", "gente de verdade",
        "alguém (real|de verdade)",
    ),
    staff=(
        "atendente", "agente", "operador", "operadora", "assistente", "funcionário", "funcionária",
        "alguém", "colega", "responsável", "supervisor", "gerente", "apoio ao cliente",
        "atendimento", "consultor", "chefe",
    ),
    wares=(
        r"vend\w+", r"compr\w+", "preço", "custa", r"aspirador\w*", "cozinha", "tamanho", "pelúcia",
        r"lav\w+", "brinquedo",
    ),
    identity=(
        "(és|tu és|você é|vocês são|o senhor é|a senhora é|é você) {what}",
        "(estou a falar|estou falando|falo|falando) com {what}",
        "(a conversar|conversando|a escrever|escrevendo) ~ (com|para) {what}",
        "(isto|isso|este chat|aqui) é {what}", "é {what}",
        "(tem|há|está) {what} ~ (aí|do outro lado|respondendo|a responder)",
        "{what} ~ (respondendo|a responder|que (me )?responde)", "quem (és|é você)",
        "com quem (falo|estou falando|estou a falar)",
    ),
    human=(
        "(?<!estou a )(falar|conversar|teclar) ~ com {who}",
        "(transferir|transfira|transfere|passar|passe|passa|ligar|ligue) ~ (para|a|com|ao|à) {who}",
        "(quero|queria|gostaria de|preciso de|preciso|prefiro|me dê|dê-me) {who}",
        "(chame|chama|chamar) {who}", "(atendido|atendida) por {who}", "(contactar|contatar) {who}",
    ),
    please=("por favor", "um", "uma", "já", "quero"),
)  # fmt: skip
