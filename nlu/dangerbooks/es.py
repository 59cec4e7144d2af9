"""How danger is told, and what only sounds like it, in Spanish."""

from nlu.dangerbooks.dangerbook import DangerBook

BOOK = DangerBook(
    fire=(
        "(hay|veo|es) (|un|mucho|mucha|unas) (fuego|incendio|llamas|humo|chispas)", "en llamas", "se (|me|nos) (incendió|incendio en|prendió|prendio|incendia|quema|quemó todo)", "(prendió|prendido|agarró|cogió) fuego", "(está|están|se está|se están|estaba) (ardiendo|quemando|incendiando|humeando|derritiendo|echando humo|explotando)", "arde", "arden",
        "(echa|sale|salen|echando|saliendo|suelta|soltando) ~ (humo|llamas|chispas|fuego)", "(humo|llamas|chispas) ~ (sale|salen|por todas|de la|del|en la|en mi|en el)", "(huele|olor|oler) ~ (quemado|humo|chamuscado)",
        "(explotó|exploto|explotaron|ha explotado|acaba de explotar|han explotado|acaba de estallar|estalló|ha estallado|reventó|me explotó)", "una explosión",
    ),
    poison=(
        "(huele|olor|huelo|fuga|escape) ~ gas", "(tragó|trago una|tragado|ingirió|ingerido|tragué|tragaron)", "(envenenad*|intoxicad*|intoxicación)", "sobredosis", "monóxido de carbono", "(bebió|tomó|bebido) ~ (lejía|cloro|detergente|ácido|veneno)", "(tomé|tomó|tomado) ~ (pastillas|píldoras)",
    ),
    body=(
        "(descarga|choque) eléctric*", "electrocut*", "(dio|dado|da) (|la|un) (corriente|calambre|calambrazo)", "(sangra|sangrando|sangro|sangran)", "(pierde|perdiendo|perdido|mucha) ~ sangre", "hemorragia", "inconsciente", "(se|me) (|ha) (desmayó|desmayé|desmayado|desplomó)", "(perdió|perdido) (el|la) (conocimiento|consciencia|conciencia)",
        "no (puedo|puede|logro|consigo|podemos|puedo casi) (|ni|casi) respirar", "no respira", "(dificultad|dificultades|problemas) para respirar", "cuesta respirar", "(me|se) (|está|estoy) (ahogo|ahoga|ahogando|asfixia|asfixiando|atragantó)", "(ahogando|asfixiando)",
        "(rompí|rompió|roto|fracturé|fracturó|fracturado) (el|la|un|una) (brazo|pierna|muñeca|tobillo|pie|mano|nariz|hombro|clavícula|costilla|dedo|cadera)", "(gravemente|muy) (herid*|quemad*)", "(está|estoy|hay|resultó|resulté|están) herid*", "(me|se) (|ha|he) (quemé|quemó|quemado|lastimé|corté) (|la|el|los|las) (mano*|dedo*|cara|brazo|pierna)", "(infarto|ataque al corazón|paro cardíaco)", "derrame cerebral", "convuls*", "(madre|padre|hijo|hija|bebé|abuela|abuelo|marido|mujer|esposa|niño|niña) ~ no (responde|reacciona|se mueve|despierta)",
    ),
    violence=(
        "(me|nos|lo|la) (|está|están|ha|han) (amenaza*|amenazando|amenazado)", "(amenazas|amenaza) de muerte", "(tiene|con) un (cuchillo|arma|pistola) (en|fuera|afuera|delante|y me)", "(me|nos) (|está|están|ha|han) (atacó|atacaron|atacando|atacado|agredió|golpea|golpeó|pega|pegando|apuñaló|violó|violaron|secuestró|persigue)", "(quiere|va a|quieren|intenta) (matarme|matarnos|matarla|matarlo)", "(me|nos) (quiere|va a|quieren|van a) (matar|pegar)", "fui violada",
    ),
    despair=(
        "(suicidarme|suicidio|suicidar*|suicida)", "(quiero|quisiera|voy a|pienso en) (morir|morirme|matarme|quitarme la vida|hacerme daño)", "no quiero (|seguir) (vivir|viviendo)", "(acabar|terminar) con (mi vida|todo)", "(quitarme|quitar) la vida", "(hacerme daño|cortarme las venas|autolesi*)", "mejor sin mí", "no tengo ganas de vivir",
    ),
    help=(
        "(llam*|envíen|envien|manden|necesito|necesitamos|pidan) ~ (ambulancia|bomberos|policía|urgencias|emergencias)", "(ambulancia|bomberos) (ya|rápido|urgente|por favor)", "(se|me) (está|estoy) muriendo", "peligro de muerte", "(estoy|estamos|vida) en peligro", "(emergencia|urgencia) médica",
    ),
    harmless=(
        "(detector*|alarma*) ~ (humo|gas|monóxido)", "gris humo", "(cajero|máquina|automático) ~ (tragó|tragado)", "tarjeta ~ (tragó|tragado)", "(tragó|tragado) ~ (tarjeta|dinero)", "(contra|riesgo|riesgos|evitar) ~ (descarga*|choque*) eléctric*", "(precio*|factura*|cabeza|demanda|ventas|costes|costos) ~ (explot*|estalló)", "(quema|quemar|quemando) ~ (calorías|grasa|cd|dvd)", "morir* de (risa|ganas|hambre|curiosidad)", "(está|están) ardiendo en deseos", "muriendo de (ganas|risa|hambre|curiosidad|sueño)", "(luz|lámpara|bombilla|testigo) ~ arde", "bajo la lluvia arde", "(tarea|datos|código|sistema|servidor) ~ en peligro", "en peligro de extinción", "(teléfono|móvil|celular|batería) ~ muriendo",
    ),
    no=("no", "sin", "nunca", "nada", "ningún", "ninguna", "ninguno", "jamás", "ni", "tampoco", "nadie"),
)  # fmt: skip
