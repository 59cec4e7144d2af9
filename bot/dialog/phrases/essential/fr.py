"""What the bot must be able to say in French: what it is, and that people answer."""

from typing import Final

PHRASES: Final = {
    "notice": "Assistant automatique",
    "disclosure": "Je suis l'assistant automatique de {company}.",
    "greeting": (
        "Bonjour, je suis l'assistant automatique de {company}. Je réponds à ce que je sais avec "
        "certitude et, pour le reste, je fais venir une personne. Comment puis-je vous aider ?"
    ),
    "identity": (
        "Je suis un assistant automatique, pas une personne. Je réponds à ce que je sais avec "
        "certitude ; si vous le souhaitez, je fais venir quelqu'un de l'équipe."
    ),
    "waiting_identity": (
        "Je suis un assistant automatique, pas une personne. Une personne a été prévenue et vous "
        "répondra ici même."
    ),
    "person": "Parler à une personne",
    "rephrase": (
        "Je ne suis pas sûr d'avoir compris. Pouvez-vous le dire autrement, ou dois-je faire "
        "venir une personne ?"
    ),
    "handoff": (
        "Je transmets ceci à quelqu'un de l'équipe, qui vous répondra ici même. Vos messages lui "
        "seront visibles, inutile de les répéter."
    ),
    "handoff_unsure": (
        "Je n'ai pas de réponse sûre à cela ; je le transmets donc à quelqu'un de l'équipe, qui "
        "vous répondra ici même."
    ),
    "handoff_urgent": (
        "Cela demande une personne tout de suite. Vous êtes maintenant en tête de la file ; "
        "quelqu'un de l'équipe vous répondra ici même."
    ),
    "handoff_failed": (
        "Un problème est survenu de mon côté. Je transmets ceci à quelqu'un de l'équipe, qui "
        "vous répondra ici même ; votre message est bien conservé."
    ),
    "closed": (
        "Personne n'est là pour le moment. J'ai gardé votre message pour l'équipe, et quelqu'un "
        "vous répondra ici à notre retour, à partir du {opening}."
    ),
    "closed_unknown": (
        "Personne n'est là pour le moment. J'ai gardé votre message pour l'équipe, et quelqu'un "
        "vous répondra ici dès son retour."
    ),
    "still_waiting": "Merci, je l'ai ajouté pour l'équipe. Une personne vous répondra ici même.",
    "silenced": (
        "L'assistant automatique est arrêté en ce moment. L'équipe a votre message et une "
        "personne vous répondra ici même."
    ),
    "silenced_greeting": (
        "Bienvenue. L'assistant automatique de {company} est arrêté en ce moment. Écrivez de "
        "quoi il s'agit, et une personne vous répondra ici même."
    ),
    "taken_over": (
        "{name} a rejoint la conversation et répond à partir d'ici. Vous parlez maintenant à une "
        "personne."
    ),
    "given_back": (
        "{name} a quitté la conversation. Vous parlez de nouveau à l'assistant automatique."
    ),
    "back_to_bot": "Vous parlez de nouveau à l'assistant automatique.",
    "no_agent": (
        "Désolé, personne n'a encore pu répondre. Vous gardez votre place et j'ai rappelé à "
        "l'équipe que vous attendez. Inutile de rester : la réponse apparaîtra ici."
    ),
    "wait": (
        "Vous êtes numéro {position} dans la file ; la réponse arrive le plus souvent en "
        "{minutes} minutes environ."
    ),
    "wait_unknown": "Vous êtes numéro {position} dans la file.",
    "wait_long": (
        "Vous êtes numéro {position} dans la file. Il y a beaucoup de demandes et la réponse "
        "peut prendre plus d'une heure ; inutile d'attendre ici."
    ),
}
