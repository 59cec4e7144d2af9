"""How danger is told, and what only sounds like it, in Portuguese."""

from nlu.dangerbooks.dangerbook import DangerBook

BOOK = DangerBook(
    fire=(
        "(tem|há|vejo|é|existe) (|um|muito|muita) (fogo|incêndio|chamas|fumaça|fumo|faíscas)", "(em|a) chamas", "(pegou|pegando|pega|apanhou|pegaram) fogo", "(está|estão|tá|estava) (|a) (queimando|arder|ardendo|pegar fogo|derretendo|derreter|fumegando|fumegar|deitar fumo|soltando fumaça|explodindo|queimar)", "(incendiou|incendiou-se)",
        "(sai|saem|saindo|sair|soltando|deita|deitar|saiu) ~ (fumaça|fumo|chamas|faíscas)", "(fumaça|fumo|chamas|faíscas) ~ (saindo|sai|a sair|saem|na|no|da|do|por todo)", "cheiro ~ (queimado|fumaça|fumo)", "cheira a (queimado|fumo)", "(explodiu|explodiram|acabou de explodir)", "(bateria|carregador|botijão|celular|telefone) ~ (estourou|rebentou)", "uma explosão",
    ),
    poison=(
        "(cheiro|cheira|vazamento|fuga|vazando) (a|de|forte de) (|gás) gás", "(cheiro|cheira|vazamento|fuga|vazando) (|a|de) gás", "(engoliu|engoli|ingeriu|engolido|engoliram)", "(envenenad*|intoxicad*|intoxicação)", "overdose", "monóxido de carbono", "(bebeu|tomou) ~ (lixívia|alvejante|água sanitária|detergente|ácido|veneno)", "(tomei|tomou) ~ (comprimidos|remédios|pílulas)",
    ),
    body=(
        "(choque|descarga) elétric*", "(levei|levou|tomei|tomou|apanhei|apanhou|deu) ~ choque", "eletrocut*", "(sangrando|a sangrar|sangra|sangro)", "(perdendo|perdeu|perder|muito) ~ sangue", "hemorragia", "inconsciente", "(desmaiou|desmaiei|desmaiado|desmaiada)", "perdeu (os sentidos|a consciência|a consciencia)", "não (consigo|consegue|posso|pode|conseguimos) (|mais|nem) respirar", "não respira", "não está (respirando|a respirar)", "falta de ar", "dificuldade (em|para|de) respirar", "(sufocando|a sufocar|engasgando|engasgou|a engasgar)", "(afogando|a afogar|afogou)", "(quebrei|quebrou|parti|partiu|fraturou|fraturei) (o|a|um|uma) (braço|perna|pulso|tornozelo|pé|mão|nariz|ombro|clavícula|costela|dedo|anca)", "(gravemente|muito) (ferid*|queimad*)", "(está|estou|há|ficou|fiquei) (|um|pessoas) ferid*", "(queimei|queimou|cortei|cortou) (a|o|as|os) (mão|mãos|dedo*|rosto|cara|braço|perna)", "(enfarte|infarto|ataque cardíaco|parada cardíaca)", "tendo um avc", "convuls*", "(mãe|pai|filho|filha|bebê|bebé|avó|avô|marido|mulher|esposa) ~ não (responde|reage|acorda|se mexe)",
    ),
    violence=(
        "(me|nos) (ameaç*|está ameaçando)", "(ameaçou|ameaçando|a ameaçar|ameaça) (|-) me", "ameaça* de morte", "(tem|com) uma (faca|arma|pistola) (na|lá|em|e)", "(me|nos) (|está|estão) (atacou|agrediu|atacando|agredindo|bateu|batendo|esfaqueou|violou|estuprou|perseguindo|sequestrou)", "(quer|vai|querem|tentou) (|-) (me matar|matar me|nos matar|matar nos)", "(fui|foi) (atacad*|agredid*|esfaquead*|estuprad*)", "fui violada", "(está|estão|anda) ~ (a agredir|a atacar|a bater|bater) me",
    ),
    despair=(
        "(me matar|matar-me|me suicidar|suicidar-me|me enforcar)", "suicíd*", "(quero|queria|vontade de|prefiro) morrer", "não (quero|aguento) (|mais) viver", "(acabar com|tirar|terminar) (|a) minha (própria |)vida", "acabar com tudo", "não vale a pena viver", "(melhor sem mim)", "(me machucar|magoar-me|automutil*)",
    ),
    help=(
        "(chame*|liguem|ligue|mande*|envie*|preciso|precisamos) ~ (ambulância|bombeiros|polícia|samu|192|112)", "(ambulância|bombeiros) (já|urgente|rápido|por favor)", "(está|estou|tá) (morrendo|a morrer)", "(risco de vida|perigo de vida)", "(estou|estamos|vida) em perigo", "emergência médica",
    ),
    harmless=(
        "(detector*|detetor*|alarme*|sensor*) ~ (fumaça|fumo|gás|monóxido)", "cinza fumaça", "(queimar|queimando) ~ (calorias|gordura|cd|dvd)", "(preço*|conta*|custos|cabeça|vendas) ~ (explodi*|estour*)", "(caixa|máquina|multibanco|atm) ~ engoliu", "engoliu ~ (cartão|dinheiro)", "cartão ~ engolido", "(contra|risco|riscos|evitar) ~ (choque*|descarga*) elétric*", "(morrendo|morrer) de (vontade|rir|fome|curiosidade|sono|tédio)", "(celular|telefone|bateria|telemóvel) ~ (morrendo|a morrer)", "em perigo de extinção", "(luz|lâmpada) ~ queimando",
    ),
    no=("não", "sem", "nunca", "nenhum", "nenhuma", "nada", "ninguém", "nem", "jamais"),
)  # fmt: skip
