"""Organisations of the examples: real names of agencies, invented mail domains, no real person."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Body:
    """An organisation; its mail domain is ``<key>.example``."""

    key: str
    abbreviation: str
    fi: str
    sv: str
    en: str
    branch: str = ""
    kind: str = "state"
    starts_on: date = date(2010, 1, 1)
    ends_on: date | None = None
    successor: str = ""

    @property
    def domain(self) -> str:
        """The domain of its people's addresses; reserved for examples, so no letter leaves."""
        return f"{self.key}.example"


_REFORM = date(2026, 1, 1)
_BEFORE = date(2025, 12, 31)

BODIES = (
    Body("vnk", "VNK", "Valtioneuvoston kanslia", "Statsrådets kansli", "Prime Minister’s Office", "VNK"),
    Body("um", "UM", "Ulkoministeriö", "Utrikesministeriet", "Ministry for Foreign Affairs", "UM"),
    Body("om", "OM", "Oikeusministeriö", "Justitieministeriet", "Ministry of Justice", "OM"),
    Body("sm", "SM", "Sisäministeriö", "Inrikesministeriet", "Ministry of the Interior", "SM"),
    Body("vm", "VM", "Valtiovarainministeriö", "Finansministeriet", "Ministry of Finance", "VM"),
    Body(
        "okm", "OKM", "Opetus- ja kulttuuriministeriö", "Undervisnings- och kulturministeriet",
        "Ministry of Education and Culture", "OKM",
    ),
    Body(
        "mmm", "MMM", "Maa- ja metsätalousministeriö", "Jord- och skogsbruksministeriet",
        "Ministry of Agriculture and Forestry", "MMM",
    ),
    Body(
        "lvm", "LVM", "Liikenne- ja viestintäministeriö", "Kommunikationsministeriet",
        "Ministry of Transport and Communications", "LVM",
    ),
    Body(
        "tem", "TEM", "Työ- ja elinkeinoministeriö", "Arbets- och näringsministeriet",
        "Ministry of Economic Affairs and Employment", "TEM",
    ),
    Body(
        "stm", "STM", "Sosiaali- ja terveysministeriö", "Social- och hälsovårdsministeriet",
        "Ministry of Social Affairs and Health", "STM",
    ),
    Body("ym", "YM", "Ympäristöministeriö", "Miljöministeriet", "Ministry of the Environment", "YM"),
    Body("vk", "VK", "Valtiokonttori", "Statskontoret", "State Treasury", "VM"),
    Body("senaatti", "Senaatti", "Senaatti-kiinteistöt", "Senatfastigheter", "Senate Properties", "VM"),
    Body(
        "valtori", "Valtori", "Valtion tieto- ja viestintätekniikkakeskus",
        "Statens center för informations- och kommunikationsteknik", "Government ICT Centre", "VM",
    ),
    Body("vero", "Vero", "Verohallinto", "Skatteförvaltningen", "Finnish Tax Administration", "VM"),
    Body("migri", "Migri", "Maahanmuuttovirasto", "Migrationsverket", "Finnish Immigration Service", "SM"),
    Body(
        "dvv", "DVV", "Digi- ja väestötietovirasto", "Myndigheten för digitalisering och befolkningsdata",
        "Digital and Population Data Services Agency", "VM", starts_on=date(2020, 1, 1),
    ),
    Body("mml", "MML", "Maanmittauslaitos", "Lantmäteriverket", "National Land Survey of Finland", "MMM"),
    Body("luke", "Luke", "Luonnonvarakeskus", "Naturresursinstitutet", "Natural Resources Institute Finland", "MMM"),
    Body("syke", "Syke", "Suomen ympäristökeskus", "Finlands miljöcentral", "Finnish Environment Institute", "YM"),
    Body(
        "thl", "THL", "Terveyden ja hyvinvoinnin laitos", "Institutet för hälsa och välfärd",
        "Finnish Institute for Health and Welfare", "STM",
    ),
    Body("ttl", "TTL", "Työterveyslaitos", "Arbetshälsoinstitutet", "Finnish Institute of Occupational Health", "STM"),
    Body("gtk", "GTK", "Geologian tutkimuskeskus", "Geologiska forskningscentralen", "Geological Survey of Finland", "TEM"),
    Body(
        "traficom", "Traficom", "Liikenne- ja viestintävirasto", "Transport- och kommunikationsverket",
        "Finnish Transport and Communications Agency", "LVM",
    ),
    Body("vayla", "", "Väylävirasto", "Trafikledsverket", "Finnish Transport Infrastructure Agency", "LVM"),
    Body("ruokavirasto", "", "Ruokavirasto", "Livsmedelsverket", "Finnish Food Authority", "MMM"),
    Body(
        "tukes", "Tukes", "Turvallisuus- ja kemikaalivirasto", "Säkerhets- och kemikalieverket",
        "Finnish Safety and Chemicals Agency", "TEM",
    ),
    Body("oph", "OPH", "Opetushallitus", "Utbildningsstyrelsen", "Finnish National Agency for Education", "OKM"),
    Body(
        "prh", "PRH", "Patentti- ja rekisterihallitus", "Patent- och registerstyrelsen",
        "Finnish Patent and Registration Office", "TEM",
    ),
    Body("tulli", "", "Tulli", "Tullen", "Finnish Customs", "VM"),
    Body(
        "palkeet", "Palkeet", "Valtion talous- ja henkilöstöhallinnon palvelukeskus",
        "Servicecentret för statens ekonomi- och personalförvaltning",
        "Finnish Government Shared Services Centre for Finance and HR", "VM",
    ),
    Body("stat", "", "Tilastokeskus", "Statistikcentralen", "Statistics Finland", "VM"),
    Body(
        "kkv", "KKV", "Kilpailu- ja kuluttajavirasto", "Konkurrens- och konsumentverket",
        "Finnish Competition and Consumer Authority", "TEM",
    ),
    Body("ork", "ORK", "Oikeusrekisterikeskus", "Rättsregistercentralen", "Legal Register Centre", "OM"),
    Body(
        "rise", "Rise", "Rikosseuraamuslaitos", "Brottspåföljdsmyndigheten",
        "Prison and Probation Service of Finland", "OM",
    ),
    Body(
        "lvv", "LVV", "Lupa- ja valvontavirasto", "Tillstånds- och tillsynsverket", "Finnish Supervisory Agency",
        "VM", starts_on=_REFORM,
    ),
    Body(
        "elinvoima", "", "Uudenmaan elinvoimakeskus", "Nylands livskraftscentral",
        "Uusimaa Economic Development Centre", "TEM", starts_on=_REFORM,
    ),
    Body(
        "avi", "AVI", "Etelä-Suomen aluehallintovirasto", "Regionförvaltningsverket i Södra Finland",
        "Regional State Administrative Agency for Southern Finland", "VM", ends_on=_BEFORE, successor="lvv",
    ),
    Body(
        "valvira", "Valvira", "Sosiaali- ja terveysalan lupa- ja valvontavirasto",
        "Tillstånds- och tillsynsverket för social- och hälsovården",
        "National Supervisory Authority for Welfare and Health", "STM", ends_on=_BEFORE, successor="lvv",
    ),
    Body(
        "ely", "ELY", "Uudenmaan elinkeino-, liikenne- ja ympäristökeskus",
        "Närings-, trafik- och miljöcentralen i Nyland",
        "Uusimaa Centre for Economic Development, Transport and the Environment", "TEM",
        ends_on=_BEFORE, successor="elinvoima",
    ),
    Body(
        "kumppani", "", "Esimerkkikumppani ry", "Exempelpartner rf", "Example Partner Association", kind="partner"
    ),
    Body("vieraat", "", "Esimerkkikaupunki", "Exempelstaden", "Example City", kind="other"),
)  # fmt: skip
