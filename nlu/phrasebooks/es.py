"""How people ask what answers them, or for a person, in Spanish."""

from nlu.phrasebooks.phrasebook import Phrasebook

BOOK = Phrasebook(
    machine=(
        "robot", "bot", "chatbot", "máquina", "ia", "inteligencia artificial", "ordenador",
        "computadora", "chatgpt", "contestador", "respuesta automática", "programa",
    ),
    person=(
        "humano", "humana", "persona", "persona real", "alguien de verdad", "alguien real",
        "alguien vivo", "gente de verdad",
    ),
    staff=(
        "agente", "operador", "operadora", "asesor", "asesora", "representante", "empleado",
        "empleada", "alguien", "compañero", "encargado", "encargada", "responsable", "supervisor",
        "gerente", "jefe", "atención al cliente", "servicio al cliente", "ejecutivo",
    ),
    wares=(
        r"vend\w+", r"compr\w+", "precio", "cuesta", r"aspirador\w*", "cocina", "tamaño", "peluche",
        r"lav\w+", "juguete", r"recog\w+",
    ),
    identity=(
        "eres {what}", "es usted {what}", "usted es {what}", "sois {what}",
        "(hablo|hablando) con {what}", "(chateo|chateando) con {what}",
        "escrib(o|iendo) (a|con) {what}", "(esto|este chat) ~ es {what}", "es esto {what}",
        "hay alguien {what}", "{what} al otro lado", "(responde|contesta|atiende) {what}",
        "{what} ~ me (responde|contesta|atiende)", "(respondiendo|contestando|atendiendo) {what}",
        "tratando con {what}", "{what} detrás de", "eres de verdad", "quién eres",
        "con quién (hablo|estoy hablando)",
    ),
    human=(
        "(hablar|chatear|conversar|comunicarme|charlar) ~ con {who}",
        "(pasar|pasa|pase|pásame|páseme|pásenme) ~ (con|a) {who}",
        "(póngame|ponme|ponerme|comuníqueme|comunícame|comunicar) con {who}",
        r"(transfiér\w+|transferir\w*) ~ {who}", r"(conéct\w+|conectar\w*) con {who}",
        "(atienda|llame|conteste|responda|ayude) {who}",
        "(quiero|necesito|deme|dame|prefiero) {who}",
    ),
    please=("por favor", "porfa", "un", "una", "ya", "quiero"),
)  # fmt: skip
