"""What the bot must be able to say in Spanish: what it is, and that people answer."""

from typing import Final

PHRASES: Final = {
    "notice": "Asistente automático",
    "disclosure": "Soy el asistente automático de {company}.",
    "greeting": (
        "Hola, soy el asistente automático de {company}. Respondo lo que sé con seguridad y, "
        "para lo demás, aviso a una persona. ¿En qué puedo ayudar?"
    ),
    "identity": (
        "Soy un asistente automático, no una persona. Respondo lo que sé con seguridad; si lo "
        "prefiere, aviso a alguien del equipo."
    ),
    "waiting_identity": (
        "Soy un asistente automático, no una persona. Ya se ha avisado a una persona, que le "
        "responderá aquí mismo."
    ),
    "person": "Hablar con una persona",
    "rephrase": (
        "No estoy seguro de haber entendido. ¿Puede decirlo con otras palabras, o aviso a una "
        "persona?"
    ),
    "handoff": (
        "Paso esto a alguien del equipo, que le responderá aquí mismo. Verá lo que ha escrito; "
        "no hace falta repetirlo."
    ),
    "handoff_unsure": (
        "No tengo una respuesta segura a eso, así que lo paso a alguien del equipo, que le "
        "responderá aquí mismo."
    ),
    "handoff_urgent": (
        "Esto necesita a una persona enseguida. Está ahora al principio de la cola; alguien del "
        "equipo le responderá aquí mismo."
    ),
    "handoff_failed": (
        "Algo ha fallado por mi parte. Paso esto a alguien del equipo, que le responderá aquí "
        "mismo; su mensaje está a salvo."
    ),
    "closed": (
        "Ahora mismo no hay nadie. He guardado su mensaje para el equipo y alguien le responderá "
        "aquí cuando volvamos, a partir de {opening}."
    ),
    "closed_unknown": (
        "Ahora mismo no hay nadie. He guardado su mensaje para el equipo y alguien le responderá "
        "aquí en cuanto vuelva."
    ),
    "still_waiting": "Gracias, lo he añadido para el equipo. Una persona le responderá aquí mismo.",
    "silenced": (
        "El asistente automático está desconectado en este momento. El equipo tiene su mensaje y "
        "una persona le responderá aquí mismo."
    ),
    "silenced_greeting": (
        "Le damos la bienvenida. El asistente automático de {company} está desconectado en este "
        "momento. Escriba de qué se trata y una persona le responderá aquí mismo."
    ),
    "taken_over": (
        "{name} está ahora en la conversación y responde a partir de aquí. Ahora habla con una "
        "persona."
    ),
    "given_back": "{name} ha dejado la conversación. Vuelve a hablar con el asistente automático.",
    "back_to_bot": "Vuelve a hablar con el asistente automático.",
    "no_agent": (
        "Lo sentimos, todavía nadie ha podido responder. Conserva su lugar y he recordado al "
        "equipo que está esperando. No hace falta que se quede: la respuesta aparecerá aquí."
    ),
    "wait": (
        "Es el número {position} de la cola; la respuesta suele llegar en unos {minutes} minutos."
    ),
    "wait_unknown": "Es el número {position} de la cola.",
    "wait_long": (
        "Es el número {position} de la cola. Hay mucha demanda y la respuesta puede tardar más "
        "de una hora; no hace falta que espere aquí."
    ),
}
