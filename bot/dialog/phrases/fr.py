"""What the bot itself says, in French."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Bonjour, je suis l'assistant automatique de {company}. Je réponds à ce que je sais avec "
        "certitude et, pour le reste, je fais venir une personne. Comment puis-je vous aider ?"
    ),
    "disclosure": "Je suis l'assistant automatique de {company}.",
    "notice": "Assistant automatique",
    "as_written": (
        "Certains de nos textes n'existent pas dans votre langue ; je vous les montre tels quels."
    ),
    "hello": "Bonjour ! En quoi puis-je vous aider ?",
    "thanks": "Je vous en prie. Puis-je vous aider pour autre chose ?",
    "agreed": "D'accord. En quoi puis-je vous aider ?",
    "declined": "D'accord. S'il y a quoi que ce soit, écrivez-moi.",
    "goodbye": "Au revoir, et merci de votre message.",
    "cancelled": "D'accord, je laisse cela. En quoi puis-je encore vous aider ?",
    "clarify": "Je veux être sûr de bien comprendre. Parlez-vous de l'un de ces points ?",
    "rephrase": (
        "Je ne suis pas sûr d'avoir compris. Pouvez-vous le dire autrement, ou dois-je faire venir "
        "une personne ?"
    ),
    "other_words": (
        "Je vois. Dites-le autrement, s'il vous plaît, ou dois-je faire venir une personne ?"
    ),
    "none_of_these": "Autre chose",
    "person": "Parler à une personne",
    "handoff": (
        "Je transmets ceci à quelqu'un de l'équipe, qui vous répondra ici même. Vos messages lui "
        "seront visibles, inutile de les répéter."
    ),
    "handoff_unsure": (
        "Je n'ai pas de réponse sûre à cela ; je le transmets donc à quelqu'un de l'équipe, qui "
        "vous répondra ici même."
    ),
    "handoff_language": (
        "Je ne peux pas répondre de façon fiable dans votre langue ; je transmets donc ceci à "
        "quelqu'un de l'équipe, qui vous répondra ici même."
    ),
    "handoff_urgent": (
        "Cela demande une personne tout de suite. Vous êtes maintenant en tête de la file ; "
        "quelqu'un de l'équipe vous répondra ici même."
    ),
    "handoff_refused": (
        "Désolé que ce ne soit pas ce que vous demandiez. Je transmets à quelqu'un de l'équipe, "
        "qui vous répondra ici même."
    ),
    "above": (
        "Ce que j'ai de plus proche est la réponse ci-dessus, « {title} ». Si elle ne suffit pas, "
        "je fais volontiers venir une personne."
    ),
    "above_unsure": (
        "Je n'ai pas de certitude sur « {new} » en particulier. Ce que j'ai de plus proche est la "
        "réponse ci-dessus, « {title} ». Si elle ne suffit pas, je fais volontiers venir une "
        "personne."
    ),
    "above_quoted": (
        "Ce que j'ai de plus proche est ce que j'ai cité ci-dessus. Si cela ne suffit pas, je fais "
        "volontiers venir une personne."
    ),
    "above_quoted_unsure": (
        "Je n'ai pas de certitude sur « {new} » en particulier. Ce que j'ai de plus proche est ce "
        "que j'ai cité ci-dessus. Si cela ne suffit pas, je fais volontiers venir une personne."
    ),
    "one_at_a_time": (
        "Vous avez aussi demandé {titles}. Reposez la question une fois ceci réglé, s'il vous "
        "plaît."
    ),
    "list_separator": ", ",
    "of_request": "{request} : {said}",
    "handoff_failed": (
        "Un problème est survenu de mon côté. Je transmets ceci à quelqu'un de l'équipe, qui vous "
        "répondra ici même ; votre message est bien conservé."
    ),
    "closed": (
        "Personne n'est là pour le moment. J'ai gardé votre message pour l'équipe, et quelqu'un "
        "vous répondra ici à notre retour, à partir du {opening}."
    ),
    "closed_unknown": (
        "Personne n'est là pour le moment. J'ai gardé votre message pour l'équipe, et quelqu'un "
        "vous répondra ici dès son retour."
    ),
    "waiting_identity": (
        "Je suis un assistant automatique, pas une personne. Une personne a été prévenue et vous "
        "répondra ici même."
    ),
    "waiting_thanks": "Je vous en prie. Une personne regardera tout de même et vous répondra ici.",
    "waiting_declined": "D'accord. Vos messages restent auprès de l'équipe, au cas où.",
    "still_waiting": "Merci, je l'ai ajouté pour l'équipe. Une personne vous répondra ici même.",
    "lookup_failed": (
        "Je ne peux pas le vérifier pour le moment ; je transmets donc ceci à quelqu'un de "
        "l'équipe, qui vous répondra ici même et verra ce que vous avez écrit."
    ),
    "lookup_none": (
        "Je n'ai rien trouvé qui corresponde à ces informations. Pouvez-vous les vérifier et les "
        "renvoyer ?"
    ),
    "ask_again": "Pour le vérifier, il me faut encore ceci :",
    "sources": "Extrait de nos pages d'aide :",
    "attachment": "Je ne peux pas lire les fichiers moi-même, mais l'équipe peut les ouvrir.",
    "attachment_other": "Je ne peux rien en faire moi-même, mais l'équipe peut le voir.",
    "attachment_image": "Je ne peux pas regarder l'image moi-même, mais l'équipe peut la voir.",
    "attachment_audio": "Je ne peux pas écouter l'enregistrement moi-même, mais l'équipe le peut.",
    "attachment_video": "Je ne peux pas regarder la vidéo moi-même, mais l'équipe le peut.",
    "attachment_document": "Je ne peux pas lire le fichier moi-même, mais l'équipe peut l'ouvrir.",
    "handoff_file": (
        "Je le transmets à quelqu'un de l'équipe, qui le regardera et vous répondra ici même. "
        "Quelques mots sur le sujet aideront."
    ),
    "file_too_large": (
        "Votre fichier « {name} » est trop volumineux pour être conservé ici. Envoyez-en un plus "
        "petit, s'il vous plaît."
    ),
    "file_refused": (
        "Les fichiers comme « {name} » ne sont pas acceptés ici ; il n'a pas été conservé. "
        "Dites-le avec des mots, s'il vous plaît, ou envoyez un autre type de fichier."
    ),
    "file_too_many": (
        "C'est plus de fichiers que l'on ne peut en conserver en un jour ; « {name} » n'a pas été "
        "conservé. Écrivez plutôt, ou envoyez-le demain."
    ),
    "file_unavailable": (
        "Votre fichier « {name} » ne nous est pas parvenu. Envoyez-le encore une fois, s'il vous "
        "plaît."
    ),
    "commands": "Écrivez simplement de quoi il s'agit. Avec /human, vous joignez une personne.",
    "taken_over": (
        "{name} a rejoint la conversation et répond à partir d'ici. Vous parlez maintenant à une "
        "personne."
    ),
    "back_to_bot": "Vous parlez de nouveau à l'assistant automatique.",
    "given_back": (
        "{name} a quitté la conversation. Vous parlez de nouveau à l'assistant automatique."
    ),
    "identity": (
        "Je suis un assistant automatique, pas une personne. Je réponds à ce que je sais avec "
        "certitude ; si vous le souhaitez, je fais venir quelqu'un de l'équipe."
    ),
    "near_article": (
        "Je ne suis pas sûr de la réponse. Elle se trouve peut-être ici, ou "
        "dois-je appeler une personne ?"
    ),
    "clarify_one": "Je veux être sûr de bien comprendre. Parlez-vous de ceci ?",
    "help": (
        "Je suis l'assistant automatique de {company}. Écrivez avec vos propres mots de quoi il "
        "s'agit ; ce dont je ne suis pas sûr va à une personne.\n\n"
        "/human – Parler à une personne\n"
        "/language – Choisir la langue\n"
        "/help – Ce que je sais faire"
    ),
    "unknown_command": "Je ne connais pas la commande {command}.",
    "command_help": "Ce que je sais faire",
    "command_human": "Parler à une personne",
    "command_language": "Choisir la langue",
    "language_name": "Français",
    "language_ask": "Dans quelle langue dois-je écrire ?",
    "language_set": "D'accord, j'écris désormais en français.",
    "language_unknown": "Désolé, je ne parle pas cette langue. Voici celles que je parle :",
    "slow_down": (
        "Vous écrivez plus vite que je ne peux suivre. Rien ne se perd : je rassemble vos messages "
        "et j'y répondrai ensemble. Un instant, s'il vous plaît."
    ),
    "silenced": (
        "L'assistant automatique est arrêté en ce moment. L'équipe a votre message et une personne "
        "vous répondra ici même."
    ),
    "silenced_greeting": (
        "Bienvenue. L'assistant automatique de {company} est arrêté en ce moment. Écrivez de quoi "
        "il s'agit, et une personne vous répondra ici même."
    ),
    "rate": (
        "Comment avez-vous trouvé cette conversation ? 1 : mauvaise, 5 : excellente. S'il reste "
        "quelque chose, écrivez-le."
    ),
    "rated": "Merci de votre évaluation.",
    "yes": "Oui",
    "no": "Non",
    "detail_several": "J'en vois plusieurs. Lequel est le bon ?",
    "detail_too_short": "C'est trop court ; il me faut au moins {limit} caractères.",
    "detail_too_long": "C'est trop long ; je peux prendre au plus {limit} caractères.",
    "detail_integer": "Il me faut là un nombre entier.",
    "detail_currency": (
        "Je ne reconnais pas la monnaie, ou ce n'en est pas une que je peux prendre. Il me faut un "
        "montant comme 12.50 {limit}."
    ),
    "detail_too_small": "Il faut au moins {limit}.",
    "detail_too_large": "Le maximum est {limit}.",
    "detail_no_such_day": "Ce jour n'existe pas.",
    "detail_too_early": "Cela ne peut pas être avant le {limit}.",
    "detail_too_late": "Cela ne peut pas être après le {limit}.",
    "detail_two_days": (
        "Cela pourrait être {first} ou {second}. Écrivez-le de l'une de ces deux façons, s'il vous "
        "plaît."
    ),
    "detail_email": "Cela ne ressemble pas à une adresse e-mail complète.",
    "detail_phone": (
        "Je n'y lis pas de numéro de téléphone. Écrivez-le avec l'indicatif du pays, par exemple "
        "+33."
    ),
    "form_again": "Je ne l'ai pas trouvé dans votre message.",
    "form_example": "Par exemple : {examples}",
    "form_options": "Réponses possibles : {options}",
    "form_skip": "Passer",
    "form_check": "Regardez, s'il vous plaît, si ceci est exact :",
    "form_check_ask": "Tout est-il exact ?",
    "form_yes": "Oui, tout est exact",
    "form_no": "Non, modifier quelque chose",
    "form_which": "Laquelle de ces informations est fausse ?",
    "form_or_these": "Ou écrivez son nom : {names}",
    "form_back": "Revenons à « {title} » :",
    "form_cancelled": (
        "D'accord, je laisse cela : « {title} » est abandonné. En quoi puis-je encore vous aider ?"
    ),
    "form_left": "J'ai mis « {title} » de côté. Dites-moi quand vous voulez y revenir.",
    "form_unsure": "Je n'ai pas de réponse sûre à cela ; quelqu'un de l'équipe peut vous aider.",
    "form_hello": "Bonjour !",
    "form_thanks": "Je vous en prie.",
    "form_wait": "Prenez votre temps.",
    "form_sent": (
        "Merci, c'est tout ce qu'il me faut. J'ai transmis « {title} » à quelqu'un de l'équipe, "
        "qui vous répondra ici même."
    ),
    "insult": (
        "Désolé pour tous ces désagréments. J'aimerais vous aider : dites-moi de quoi il s'agit, "
        "ou demandez-moi de faire venir une personne."
    ),
    "compliment": "Merci, c'est gentil. Puis-je vous aider pour autre chose ?",
    "take_your_time": "Bien sûr, prenez votre temps. Écrivez quand vous serez prêt.",
    "wait": (
        "Vous êtes numéro {position} dans la file ; la réponse arrive le plus souvent en {minutes} "
        "minutes environ."
    ),
    "wait_unknown": "Vous êtes numéro {position} dans la file.",
    "farewell_closed": "Je vous en prie. S'il reste quelque chose, écrivez-le.",
    "wait_long": (
        "Vous êtes numéro {position} dans la file. Il y a beaucoup de demandes et la réponse peut "
        "prendre plus d'une heure ; inutile d'attendre ici."
    ),
    "no_agent": (
        "Désolé, personne n'a encore pu répondre. Vous gardez votre place et j'ai rappelé à "
        "l'équipe que vous attendez. Inutile de rester : la réponse apparaîtra ici."
    ),
    "agent_idle": (
        "Désolé, {name} n'a pas encore pu répondre. Vous êtes de nouveau dans la file, avant ceux "
        "qui sont arrivés plus tard, et l'équipe est prévenue. Une personne vous répondra ici même."
    ),
    "passed_on": (
        "{name} transmet ceci aux collègues dont c'est le domaine. Une personne vous répondra ici "
        "même ; inutile de répéter quoi que ce soit."
    ),
    "lapsed": (
        "Il ne se passe plus rien ici depuis un moment ; cette conversation est donc close. "
        "Écrivez quand vous voulez et elle se rouvre."
    ),
    "mail_answer_subject": "{company} : une réponse de {name}",
    "mail_answer": "{name} ({company}) vous a répondu dans le chat :",
    "mail_answer_link": (
        "Lisez la suite et répondez ici. Le lien n'ouvre que cette conversation, pendant {days} "
        "jours ; gardez-le pour vous, s'il vous plaît :"
    ),
    "mail_answer_why": (
        "Vous recevez ce message parce que vous aviez quitté le chat avant la réponse. Pour "
        "répondre, utilisez le lien : une réponse à ce message n'arrive pas dans la conversation."
    ),
    "link_invalid": (
        "Ce lien n'est pas valable. Ouvrez-le tel qu'il figure dans le message, s'il vous plaît, "
        "ou commencez une nouvelle conversation."
    ),
    "link_expired": (
        "Ce lien a expiré. Commencez une nouvelle conversation, s'il vous plaît ; l'équipe a "
        "encore la précédente."
    ),
    "help_pages": "Aide",
    "help_search": "Rechercher",
    "help_nothing": "Rien n'a été trouvé.",
}
