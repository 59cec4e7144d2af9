"""What the bot itself says, in Spanish."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Hola, soy el asistente automático de {company}. Respondo lo que sé con seguridad y, para "
        "lo demás, aviso a una persona. ¿En qué puedo ayudar?"
    ),
    "disclosure": "Soy el asistente automático de {company}.",
    "notice": "Asistente automático",
    "as_written": (
        "Algunos de nuestros textos no están en su idioma; se los muestro tal como son."
    ),
    "hello": "¡Hola! ¿En qué puedo ayudar?",
    "thanks": "De nada. ¿Puedo ayudar en algo más?",
    "agreed": "De acuerdo. ¿En qué puedo ayudar?",
    "declined": "De acuerdo. Si surge algo, escríbame.",
    "goodbye": "Adiós, y gracias por escribir.",
    "cancelled": "De acuerdo, lo dejo. ¿En qué más puedo ayudar?",
    "clarify": "Quiero estar seguro de entenderlo bien. ¿Se refiere a una de estas opciones?",
    "rephrase": (
        "No estoy seguro de haber entendido. ¿Puede decirlo con otras palabras, o aviso a una "
        "persona?"
    ),
    "other_words": "Entiendo. Dígalo con otras palabras, por favor, ¿o aviso a una persona?",
    "none_of_these": "Otra cosa",
    "person": "Hablar con una persona",
    "handoff": (
        "Paso esto a alguien del equipo, que le responderá aquí mismo. Verá lo que ha escrito; no "
        "hace falta repetirlo."
    ),
    "handoff_unsure": (
        "No tengo una respuesta segura a eso, así que lo paso a alguien del equipo, que le "
        "responderá aquí mismo."
    ),
    "handoff_language": (
        "No puedo responder con seguridad en el idioma en que escribe; paso esto a alguien del "
        "equipo, que le responderá aquí mismo."
    ),
    "handoff_urgent": (
        "Esto necesita a una persona enseguida. Está ahora al principio de la cola; alguien del "
        "equipo le responderá aquí mismo."
    ),
    "handoff_refused": (
        "Siento que no fuera lo que preguntaba. Lo paso a alguien del equipo, que le responderá "
        "aquí mismo."
    ),
    "above": (
        "Lo más cercano que tengo es la respuesta de arriba, «{title}». Si no resuelve su "
        "pregunta, aviso con gusto a una persona."
    ),
    "above_unsure": (
        "Sobre «{new}» en concreto no tengo seguridad. Lo más cercano que tengo es la respuesta de "
        "arriba, «{title}». Si no resuelve su pregunta, aviso con gusto a una persona."
    ),
    "above_quoted": (
        "Lo más cercano que tengo es lo que cité arriba. Si no resuelve su pregunta, aviso con "
        "gusto a una persona."
    ),
    "above_quoted_unsure": (
        "Sobre «{new}» en concreto no tengo seguridad. Lo más cercano que tengo es lo que cité "
        "arriba. Si no resuelve su pregunta, aviso con gusto a una persona."
    ),
    "one_at_a_time": (
        "También preguntó por {titles}. Pregúntelo de nuevo, por favor, cuando esto esté resuelto."
    ),
    "list_separator": ", ",
    "of_request": "{request}: {said}",
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
    "waiting_identity": (
        "Soy un asistente automático, no una persona. Ya se ha avisado a una persona, que le "
        "responderá aquí mismo."
    ),
    "waiting_thanks": "De nada. Una persona lo mirará y le responderá aquí mismo.",
    "waiting_declined": "De acuerdo. El equipo conserva sus mensajes, por si queda algo.",
    "still_waiting": "Gracias, lo he añadido para el equipo. Una persona le responderá aquí mismo.",
    "lookup_failed": (
        "Ahora mismo no puedo consultarlo; paso esto a alguien del equipo, que le responderá aquí "
        "mismo. Verá lo que ha escrito."
    ),
    "lookup_none": (
        "No encontré nada que coincida con estos datos. ¿Puede revisarlos y enviarlos de nuevo?"
    ),
    "ask_again": "Para consultarlo todavía necesito esto:",
    "sources": "De nuestras páginas de ayuda:",
    "attachment": "Yo no puedo ver el contenido de los archivos, pero el equipo puede abrirlos.",
    "attachment_other": "Yo no puedo hacer nada con eso, pero el equipo puede verlo.",
    "attachment_image": "Yo no puedo ver la imagen, pero el equipo puede verla.",
    "attachment_audio": "Yo no puedo escuchar la grabación, pero el equipo sí.",
    "attachment_video": "Yo no puedo ver el vídeo, pero el equipo sí.",
    "attachment_document": "Yo no puedo leer el archivo, pero el equipo puede abrirlo.",
    "handoff_file": (
        "Lo paso a alguien del equipo, que lo mirará y le responderá aquí mismo. Unas palabras "
        "sobre de qué se trata le ayudarán."
    ),
    "file_too_large": (
        "Su archivo «{name}» es demasiado grande para guardarlo aquí. Envíe uno más pequeño, por "
        "favor."
    ),
    "file_refused": (
        "Aquí no se aceptan archivos como «{name}», así que no se ha guardado. Dígalo con "
        "palabras, por favor, o envíe otro tipo de archivo."
    ),
    "file_too_many": (
        "Son más archivos de los que se pueden guardar en un día, así que «{name}» no se ha "
        "guardado. Escríbalo, por favor, o envíelo mañana."
    ),
    "file_unavailable": "Su archivo «{name}» no nos ha llegado. Envíelo otra vez, por favor.",
    "commands": "Escriba simplemente de qué se trata. Con /human llega a una persona.",
    "taken_over": (
        "{name} está ahora en la conversación y responde a partir de aquí. Ahora habla con una "
        "persona."
    ),
    "back_to_bot": "Vuelve a hablar con el asistente automático.",
    "given_back": "{name} ha dejado la conversación. Vuelve a hablar con el asistente automático.",
    "identity": (
        "Soy un asistente automático, no una persona. Respondo lo que sé con seguridad; si lo "
        "prefiere, aviso a alguien del equipo."
    ),
    "near_article": "No estoy seguro de la respuesta. Quizá esté aquí, ¿o aviso a una persona?",
    "clarify_one": "Quiero estar seguro de entenderlo bien. ¿Se refiere a esto?",
    "help": (
        "Soy el asistente automático de {company}. Escriba con sus propias palabras de qué se "
        "trata; lo que no sé con seguridad pasa a una persona.\n\n"
        "/human – Hablar con una persona\n"
        "/language – Elegir el idioma\n"
        "/help – Lo que puedo hacer"
    ),
    "unknown_command": "No conozco la orden {command}.",
    "command_help": "Lo que puedo hacer",
    "command_human": "Hablar con una persona",
    "command_language": "Elegir el idioma",
    "language_name": "Español",
    "language_ask": "¿En qué idioma escribo?",
    "language_set": "De acuerdo, desde ahora escribo en español.",
    "language_unknown": "Lo siento, no hablo ese idioma. Estos sí:",
    "slow_down": (
        "Escribe más rápido de lo que puedo seguir. No se pierde nada: reúno sus mensajes y los "
        "responderé juntos. Un momento, por favor."
    ),
    "silenced": (
        "El asistente automático está desconectado en este momento. El equipo tiene su mensaje y "
        "una persona le responderá aquí mismo."
    ),
    "silenced_greeting": (
        "Le damos la bienvenida. El asistente automático de {company} está desconectado en este "
        "momento. Escriba de qué se trata y una persona le responderá aquí mismo."
    ),
    "rate": (
        "¿Qué le ha parecido esta conversación? 1 es mala, 5 es excelente. Si queda algo, "
        "escríbalo."
    ),
    "rated": "Gracias por su valoración.",
    "yes": "Sí",
    "no": "No",
    "detail_several": "Veo más de una opción ahí. ¿Cuál es?",
    "detail_too_short": "Es demasiado corto; necesito al menos {limit} caracteres.",
    "detail_too_long": "Es demasiado largo; admito como máximo {limit} caracteres.",
    "detail_integer": "Ahí necesito un número entero.",
    "detail_currency": (
        "No sé de qué moneda se trata, o no es una que pueda aceptar. Necesito un importe como "
        "12.50 {limit}."
    ),
    "detail_too_small": "Debe ser al menos {limit}.",
    "detail_too_large": "Puede ser {limit} como máximo.",
    "detail_no_such_day": "Ese día no existe.",
    "detail_too_early": "No puede ser antes del {limit}.",
    "detail_too_late": "No puede ser después del {limit}.",
    "detail_two_days": (
        "Podría ser {first} o {second}. Escríbalo de una de estas dos formas, por favor."
    ),
    "detail_email": "Eso no parece una dirección de correo completa.",
    "detail_phone": (
        "No reconozco ahí un número de teléfono. Escríbalo con el prefijo del país, por ejemplo "
        "+34."
    ),
    "form_again": "No lo he encontrado en su mensaje.",
    "form_example": "Por ejemplo: {examples}",
    "form_options": "Respuestas posibles: {options}",
    "form_skip": "Omitir",
    "form_check": "Compruebe, por favor, si esto es correcto:",
    "form_check_ask": "¿Está todo bien?",
    "form_yes": "Sí, todo correcto",
    "form_no": "No, cambiar algo",
    "form_which": "¿Qué dato no es correcto?",
    "form_or_these": "O escriba su nombre: {names}",
    "form_back": "Volvamos a «{title}»:",
    "form_cancelled": "De acuerdo, lo dejo: «{title}» queda anulado. ¿En qué más puedo ayudar?",
    "form_left": "He dejado «{title}» a un lado. Dígame cuándo quiere retomarlo.",
    "form_unsure": "No tengo una respuesta segura a eso; alguien del equipo puede ayudarle.",
    "form_hello": "¡Hola!",
    "form_thanks": "De nada.",
    "form_wait": "Tómese su tiempo.",
    "form_sent": (
        "Gracias, no necesito nada más. He pasado «{title}» a alguien del equipo, que le "
        "responderá aquí mismo."
    ),
    "insult": (
        "Siento las molestias. Me gustaría ayudar: dígame de qué se trata, o pídame que avise a "
        "una persona."
    ),
    "compliment": "Gracias, muy amable. ¿Puedo ayudar en algo más?",
    "take_your_time": "Por supuesto, tómese su tiempo. Escriba cuando quiera.",
    "wait": (
        "Es el número {position} de la cola; la respuesta suele llegar en unos {minutes} minutos."
    ),
    "wait_unknown": "Es el número {position} de la cola.",
    "farewell_closed": "De nada. Si queda algo, escríbalo.",
    "wait_long": (
        "Es el número {position} de la cola. Hay mucha demanda y la respuesta puede tardar más de "
        "una hora; no hace falta que espere aquí."
    ),
    "no_agent": (
        "Lo sentimos, todavía nadie ha podido responder. Conserva su lugar y he recordado al "
        "equipo que está esperando. No hace falta que se quede: la respuesta aparecerá aquí."
    ),
    "agent_idle": (
        "Lo siento, {name} todavía no ha podido responder. Vuelve a estar en la cola, por delante "
        "de quienes llegaron después, y el equipo está avisado. Una persona le responderá aquí "
        "mismo."
    ),
    "passed_on": (
        "{name} pasa esto a quienes se ocupan de ello. Una persona le responderá aquí mismo; no "
        "hace falta repetir nada."
    ),
    "lapsed": (
        "No ha habido mensajes desde hace un rato, así que esta conversación queda cerrada. "
        "Escriba cuando quiera y se abrirá de nuevo."
    ),
    "mail_answer_subject": "{company}: una respuesta de {name}",
    "mail_answer": "{name} ({company}) le ha respondido en el chat:",
    "mail_answer_link": (
        "Siga leyendo y responda aquí. El enlace abre solo esta conversación, durante {days} días; "
        "guárdelo para usted, por favor:"
    ),
    "mail_answer_why": (
        "Recibe este correo porque salió del chat antes de la respuesta. Para contestar, use el "
        "enlace: una respuesta a este correo no llega a la conversación."
    ),
    "link_invalid": (
        "Este enlace no es válido. Ábralo tal como está en el correo, por favor, o inicie una "
        "conversación nueva."
    ),
    "link_expired": (
        "Este enlace ha caducado. Inicie una conversación nueva, por favor; el equipo conserva la "
        "anterior."
    ),
    "help_pages": "Ayuda",
    "help_search": "Buscar",
    "help_nothing": "No se ha encontrado nada.",
}
