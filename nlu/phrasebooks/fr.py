"""How people ask what answers them, or for a person, in French."""

from nlu.phrasebooks.phrasebook import Phrasebook

BOOK = Phrasebook(
    machine=(
        "robot", "bot", "chatbot", "machine", "ia", "intelligence artificielle", "ordinateur",
        "automate", "répondeur", "réponse automatique", "chatgpt", "programme", "automatique",
    ),
    person=(
        "humain", "humaine", "être humain", "vraie personne", "personne réelle", "vrai conseiller",
        "quelqu'un de (réel|vrai)", "vrai interlocuteur", "personne physique",
    ),
    staff=(
        "personne", "conseiller", "conseillère", "agent", "opérateur", "opératrice", "employé",
        "quelqu'un", "interlocuteur", "collègue", "collaborateur", "responsable", "technicien",
        "service client", "manager", "chef", "standardiste",
    ),
    wares=(
        r"vend\w+", r"achet\w+", "prix", "coûte", r"aspirateur\w*", "cuisine", "taille", "peluche",
        "lave", "jouet", "tondeuse",
    ),
    identity=(
        "(êtes|es|est)[- ](vous|tu|ce) {what}", "(vous êtes|tu es|t'es) {what}",
        "je (parle|discute|tchatte|écris|cause) ~ (à|avec) {what}", "(j'ai|ai-je) affaire à {what}",
        "(parle|parlé)[- ]je (à|avec) {what}", "c'est {what}", "(est-ce|est ce) {what}",
        "{what} ~ (qui )?me (répond|parle|lit)", "y a[- ]t[- ]il {what}", "il y a {what} derrière",
        "{what} (derrière|de l'autre côté)", "qui (êtes[- ]vous|es[- ]tu)",
        "à qui (je parle|parlé[- ]je)",
    ),
    human=(
        "(parler|discuter|échanger|causer|tchatter) ~ (à|avec) {who}",
        "(passez|passe|mettez|transférez|transfère)[- ]moi ~ {who}",
        "(mettre|mettez)[- ](moi )?en (relation|contact|ligne) ~ {who}", "me passer {who}",
        "(je veux|je voudrais|j'aimerais|il me faut|je souhaite|je préfère|besoin d'|donnez[- ]moi|puis[- ]je avoir|possible d'avoir) {who}",
        "(joindre|contacter) {who}", "(que|qu') {who} me (rappelle|réponde|contacte)",
        "pas ~ un (robot|bot)",
    ),
    please=("s'il vous plaît", "svp", "stp", "un", "une", "vite", "je veux"),
)  # fmt: skip
