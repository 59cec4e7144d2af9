"""Chinese, Japanese and Korean names, which no capital marks: a family name in its place.

That place is after "我叫" or "姓名：", before "先生" or "様". Family names are the hundred or so
that nearly everybody bears.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.redaction.spans import Span

_SURNAMES = (
    "欧阳|歐陽|司马|上官|诸葛|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|"
    "[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁"
    "潘蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫"
    "雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯温康施文牛樊葛邢安齐易乔伍庞颜庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮]"
)
_GIVEN = r"[\u4e00-\u9fff]{1,2}"
_NOT_GIVEN = re.compile(
    r"[的了是在有我你他她们不没个这那会员客户级用想要问请叫来去说吗呢吧啊呀哦到货单号码款购买卖店家楼层门路街市区省县都也还就很太能可以与和及]"
)
_AFTER_CUE = re.compile(
    r"(?:(?P<sure>我叫|名叫|我的名字(?:是|叫)|名字(?:是|叫)?[：:]?|姓名[是：:]?|收货人[是为：:]?|收件人[是为：:]?|"
    r"联系人[是为：:]?|聯絡人[是為：:]?|寄件人[：:]?|持卡人[是：:]?|乘客[是：:]?|客服|专员|经理|同事|老婆|老公|联系)|"
    r"(?P<weak>我是|这是|本人))\s*"
    rf"(?P<name>(?:{_SURNAMES}){_GIVEN})"
    r"(?=(?P<end>[，,。.！!？?、；;：:\s)）]|$)|(?P<goes_on>先生|女士|小姐|说|跟|和|的|已|今|昨|帮|告|给|电|手机|答|没|不))"
)
_FAMILY = re.compile(rf"我姓(?P<name>{_SURNAMES})(?![名氏])")
_LITTLE = re.compile(rf"(?:(?<=[，,。\s：:我])|^)[小老阿](?P<name>{_SURNAMES})(?=[，,。！!\s]|$)")
_BEFORE_TITLE = re.compile(
    rf"(?<![一-鿿])(?P<alone>(?:{_SURNAMES}){_GIVEN}?)(?:先生|女士|小姐|太太)"
    rf"|(?:(?<![一-鿿])|(?<=[给和跟找请问叫的位是，]))(?P<name>{_SURNAMES})(?:先生|女士|小姐|太太|老师|经理|師傅|师傅)"
)
_JAPANESE = (
    "佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|林|斎藤|斉藤|清水|"
    "山崎|森|池田|橋本|阿部|石川|山下|中島|石井|小川|前田|岡田|長谷川|藤田|後藤|近藤|村上|遠藤|青木|坂本|福田|太田|"
    "西村|藤井|金子|岡本|藤原|三浦|中野|中川|原田|松田|竹内|小野|田村|中山|和田|石田|森田|上田|原|内田|柴田|酒井|"
    "宮崎|横山|高木|安藤|宮本|大野|小島|谷口|今井|工藤|高田|増田|丸山|杉山|村田|大塚|新井|小山|平野|藤本|河野|上野|"
    "野口|武田|松井|千葉|菅原|岩崎|木下|久保|佐野|野村|松尾|市川|菊地|杉本|古川|大西|島田|水野|桜井|高野|渡部|吉川|"
    "山内|西田|飯田|菊池|西川|小松|北村|安田|五十嵐|川口|平田|関|中田|久保田|服部|東|岩田|土屋|川崎|福島|本田|辻|"
    "樋口|秋山|田口|永井|山中|中西|吉村|川上|大島|石原|馬場|浜田|森本|星野|矢野|浅野|松下|大久保|吉岡|小池|野田|荒木"
)
_IN_JAPANESE = re.compile(
    rf"(?<![一-鿿々])(?P<name>(?:{_JAPANESE})[ 　]?[一-鿿々ぁ-んァ-ヶ]{{0,3}}?)"
    r"(?=様|さま|さん|氏|と申し|といい|です|宛)"
)
_IN_KOREAN = re.compile(
    r"(?:이름은|성함은|성명은|(?:이름|성함|성명)\s?[:：])\s?(?!필수|무엇|선택|중요|뭐)(?P<name>[가-힣]{2,4}?)"
    r"(?=입니다|이에요|예요|이고|이라고|라고|[,.]|$)"
)
_ANY_HAN = re.compile(r"[\u4e00-\u9fff가-힣]")


def find_cjk_names(text: str) -> Iterator[Span]:
    """Chinese and Japanese names in their places."""
    if text.isascii() or not _ANY_HAN.search(text):
        return
    for match in _AFTER_CUE.finditer(text):
        given = re.sub(rf"^(?:{_SURNAMES})", "", match["name"], count=1)
        if not _NOT_GIVEN.search(given) and (match["end"] is not None or match["sure"]):
            yield Span(*match.span("name"), "name")
    for pattern in (_FAMILY, _LITTLE, _IN_JAPANESE, _IN_KOREAN):
        for match in pattern.finditer(text):
            yield Span(*match.span("name"), "name")
    for match in _BEFORE_TITLE.finditer(text):
        yield Span(*match.span(match.lastgroup or 0), "name")
