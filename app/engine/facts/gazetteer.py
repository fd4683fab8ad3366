"""Closed lists that tell names apart: written by hand, common knowledge, no copied data set.

They decide only what the shape of a name and its neighbours leave open; a name that stands in no
list is still read when a title, a verb of saying or a later surname gives it away.
"""

from app.engine.listing import listed


def _lines(words: str) -> frozenset[str]:
    return frozenset(line.strip() for line in words.strip().split(";") if line.strip())


COUNTRIES = _lines("""
afghanistan;albania;algeria;angola;argentina;armenia;australia;austria;azerbaijan;bahrain;
bangladesh;belarus;belgium;bolivia;bosnia;botswana;brazil;bulgaria;burkina faso;burundi;cambodia;
cameroon;canada;chad;chile;china;colombia;congo;costa rica;croatia;cuba;cyprus;czech republic;
denmark;dominican republic;ecuador;egypt;el salvador;england;eritrea;estonia;ethiopia;finland;
france;gabon;gambia;georgia;germany;ghana;greece;guatemala;guinea;guyana;haiti;honduras;hungary;
iceland;india;indonesia;iran;iraq;ireland;israel;italy;ivory coast;jamaica;japan;jordan;
kazakhstan;kenya;kosovo;kuwait;kyrgyzstan;laos;latvia;lebanon;liberia;libya;lithuania;luxembourg;
madagascar;malawi;malaysia;mali;malta;mexico;moldova;mongolia;montenegro;morocco;mozambique;
myanmar;namibia;nepal;netherlands;new zealand;nicaragua;niger;nigeria;north korea;
northern ireland;norway;oman;pakistan;palestine;panama;paraguay;peru;philippines;poland;portugal;
puerto rico;qatar;romania;russia;rwanda;saudi arabia;scotland;senegal;serbia;sierra leone;
singapore;slovakia;slovenia;somalia;south africa;south korea;south sudan;spain;sri lanka;sudan;
sweden;switzerland;syria;taiwan;tajikistan;tanzania;thailand;togo;trinidad;tunisia;turkey;
turkmenistan;uganda;ukraine;united arab emirates;united kingdom;united states;
united states of america;uruguay;uzbekistan;venezuela;vietnam;wales;yemen;zambia;zimbabwe;
u.s.;u.k.;us;uk;usa;uae;europe;asia;africa;america;gaza;west bank;crimea;greenland;hong kong;
britain;great britain;middle east;latin america;north america;south america;central america
""")

STATES = _lines("""
alabama;alaska;arizona;arkansas;california;colorado;connecticut;delaware;florida;hawaii;idaho;
illinois;indiana;iowa;kansas;kentucky;louisiana;maine;maryland;massachusetts;michigan;minnesota;
mississippi;missouri;montana;nebraska;nevada;new hampshire;new jersey;new mexico;new york;
north carolina;north dakota;ohio;oklahoma;oregon;pennsylvania;rhode island;south carolina;
south dakota;tennessee;texas;utah;vermont;virginia;washington;west virginia;wisconsin;wyoming;
ontario;quebec;british columbia;alberta;manitoba;nova scotia;saskatchewan;new south wales;
queensland;victoria;tasmania;southern california;northern california;bavaria;catalonia;sicily
""")

STATE_SHORT = listed("""
    calif ariz ark colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb
    nev okla ore pa tenn tex vt va wash wis wyo
""")

CITIES = _lines("""
los angeles;new york;new york city;chicago;houston;phoenix;philadelphia;san antonio;san diego;
dallas;san jose;austin;jacksonville;fort worth;columbus;charlotte;san francisco;indianapolis;
seattle;denver;boston;el paso;nashville;detroit;oklahoma city;portland;las vegas;memphis;
louisville;baltimore;milwaukee;albuquerque;tucson;fresno;sacramento;kansas city;atlanta;omaha;
miami;oakland;minneapolis;tulsa;tampa;new orleans;cleveland;honolulu;anaheim;santa ana;st. louis;
pittsburgh;cincinnati;anchorage;orlando;buffalo;salt lake city;long beach;san bernardino;riverside;
santa monica;beverly hills;hollywood;manhattan;brooklyn;queens;harlem;washington dc;london;paris;
berlin;madrid;rome;milan;vienna;prague;warsaw;budapest;brussels;amsterdam;rotterdam;the hague;
copenhagen;oslo;stockholm;helsinki;dublin;belfast;edinburgh;glasgow;cardiff;manchester;liverpool;
birmingham;leeds;sheffield;bristol;lisbon;porto;athens;istanbul;ankara;moscow;st. petersburg;kyiv;
kiev;kharkiv;odesa;minsk;bucharest;sofia;belgrade;zagreb;geneva;zurich;munich;hamburg;frankfurt;
cologne;barcelona;valencia;seville;lyon;marseille;nice;toronto;montreal;vancouver;ottawa;calgary;
mexico city;tijuana;havana;bogota;bogotá;lima;quito;santiago;buenos aires;rio de janeiro;
são paulo;brasilia;caracas;cairo;lagos;nairobi;johannesburg;cape town;pretoria;accra;addis ababa;
khartoum;tripoli;tunis;algiers;casablanca;tel aviv;jerusalem;gaza city;beirut;damascus;baghdad;
tehran;riyadh;jeddah;dubai;abu dhabi;doha;kabul;karachi;lahore;islamabad;delhi;new delhi;mumbai;
kolkata;chennai;bangalore;bengaluru;hyderabad;dhaka;kathmandu;colombo;bangkok;hanoi;jakarta;
kuala lumpur;manila;beijing;shanghai;shenzhen;guangzhou;wuhan;taipei;tokyo;osaka;kyoto;seoul;
busan;pyongyang;sydney;melbourne;brisbane;perth;adelaide;canberra;auckland;wellington
""")

PLACES = COUNTRIES | STATES | CITIES

PLACE_HEADS = listed("""
    county city river lake street avenue road boulevard bridge island islands mountain
    mountains valley bay beach park province district region coast airport square harbor
    harbour port peninsula ocean sea creek canyon village town township heights hills springs
    border gulf strait forest desert highway freeway station prefecture borough
""")
PLACE_LEADS = listed("""
    lake river mount mt fort port san santa los las saint st el north south east west upper lower
    new cape camp
""")

NATIONALITIES = listed("""
    american british english scottish welsh irish french german italian spanish portuguese
    dutch belgian swiss austrian polish czech slovak hungarian romanian bulgarian greek
    turkish russian ukrainian chinese japanese korean indian pakistani bangladeshi afghan
    iranian iraqi israeli palestinian syrian lebanese saudi egyptian libyan moroccan nigerian
    kenyan african asian european mexican canadian brazilian argentine colombian venezuelan
    cuban australian swedish danish norwegian finnish democratic republican democrat democrats
    republicans conservative labour labor liberal green christian muslim jewish catholic
    protestant islamic americans russians ukrainians israelis palestinians chinese latino
    latinos hispanic californian californians angelenos western eastern northern southern
    congressional presidential black white native indigenous arab hindu buddhist tory tories
    nazi marxist communist socialist
""")

ORGANISATION_HEADS = listed("""
    council department police university college party administration association committee
    court agency ministry bank inc corp corporation company ltd llc plc union enforcement
    bureau office press times post news tribune herald journal guardian examiner gazette
    telegraph observer independent mirror chronicle globe commission congress senate house
    parliament assembly board institute institution foundation federation society club united
    army navy force forces corps guard service services authority group fund trust hospital
    school schools church network broadcasting television radio media airlines airways motors
    industries partners holdings laboratories systems technologies league olympics cabinet
    treasury coalition alliance movement campaign front caucus tribunal organization
    organisation nations cooperation development security affairs justice council's center
    centre museum library exchange reserve pentagon kremlin orchestra team brigade regiment
    division unit taskforce ombudsman archives band
""")
ORGANISATIONS = _lines("""
senate;parliament;bundestag;knesset;
white house;supreme court;associated press;reuters;congress;pentagon;kremlin;democrats;republicans;
capitol hill;wall street;european union;united nations;nato;hamas;hezbollah;taliban;google;apple;
microsoft;amazon;facebook;meta;tesla;twitter;msnbc;cnbc;cnn;bbc;fox news;politico;axios;bloomberg;
breitbart;newsmax;the hill;world bank;scotland yard;downing street;interpol;europol;unicef;
red cross;opec;nasa;fbi;cia;ice;lapd;nypd;epa;fda;cdc;who;imf;un;eu;wto;npr;pbs;abc;nbc;cbs;
ap;afp;dpa;ktla;kttv;kabc;sky news;al jazeera;le monde;der spiegel;the times;newsweek;time
""")
NOT_ORGANISATIONS = listed("""
    covid covid-19 tv ceo cfo coo dna gdp hiv aids id iq pm am ok pr suv vip usd gbp eur nft
    pdf faq diy gps atm asap rsvp ad bc bce i ii iii iv vi vii viii ix xi xii gop-led dui dwi
    pst est gmt utc bst cet edt pdt mvp
""")

OUTLET_HEADS = listed("""
    press times post news tribune herald journal guardian examiner gazette telegraph observer
    mirror chronicle globe radio television tv broadcasting network media daily weekly
    magazine wire live today standard mail sun star courier register bee reuters afp cnn bbc
    cnbc msnbc npr pbs abc nbc cbs bloomberg politico axios newsweek monde spiegel jazeera
    ktla kttv kabc
""")

TITLES = listed("""
    president vice-president president-elect vice mayor governor senator congressman
    congresswoman representative councilman councilwoman councilmember councillor councilor
    minister premier chancellor king queen prince princess pope cardinal bishop archbishop
    judge justice attorney solicitor sheriff chief commissioner superintendent director
    secretary chairman chairwoman chair chairperson ceo spokesman spokeswoman spokesperson
    general colonel captain lieutenant sergeant major admiral commander officer detective
    inspector constable professor doctor dr mr mrs ms miss sir dame lord lady rev reverend
    father sister brother coach manager candidate leader treasurer ambassador prosecutor
    supervisor trustee alderman alderwoman assemblyman assemblywoman assemblymember delegate
    czar speaker envoy lawmaker lawyer founder author singer actor actress economist analyst
    researcher scientist activist organizer organiser engineer nurse principal chancellor dean
    gov sen rep sgt lt capt col gen maj prof hon adm cllr mp member executive administrator
    deputy clerk warden marshal ranger firefighter paramedic teacher farmer driver resident
    owner survivor witness head boss striker defender midfielder goalkeeper winger skipper
    carpenter baker angler fisherman student pupil epidemiologist geologist biologist chemist
    physicist historian novelist writer poet artist painter musician pianist composer conductor
    journalist reporter editor blogger photographer architect surgeon pharmacist midwife plumber
    electrician builder shopkeeper trader broker banker accountant chef cook pilot sailor soldier
    veteran pensioner retiree widow widower neighbour neighbor mechanic hunter butcher waiter
    barber cleaner guard caretaker postman courier seismologist meteorologist climatologist
    virologist psychologist sociologist archaeologist ecologist zoologist hydrologist vet
    spokesmen campaigner unionist tenant landlord passenger commuter tourist hiker climber
    swimmer runner cyclist goalscorer captain referee umpire curator librarian translator
    publisher agent designer developer programmer consultant auditor receiver rector vicar
    pastor rabbi imam monk nun midshipman corporal private magistrate barrister notary juror
    foreman accused defendant suspect
""")
TITLE_LEADS = listed("""
    former ex acting deputy vice housing trade transport energy environment agriculture culture
    economy labour social industry development environmental school agency hospital union company
    prime foreign interior defense defence finance health justice
    education attorney police fire city state federal county council lieutenant
    lieutenant-general chief executive managing press senior assistant district us u.s.
    national incoming outgoing first border secretary new then-mayor associate party
    mayor-elect governor-elect interim general then
""")
TITLE_TAILS = listed("pro tempore tem elect general emeritus designate")
NOT_NAMES = listed("""
    the a an this that these those it its he she they we you i in on at by for from with
    without and or but nor so yet as if when while although though because since after before
    until unless however meanwhile moreover additionally also then there here where what who
    whom whose which why how not no yes all some any many most more few both each every either
    neither another other others one two three four five six seven eight nine ten his her
    their our your my according despite during through between among under over about against
    into onto upon within last next early late earlier later now today tomorrow yesterday
    still just only even once perhaps maybe instead rather thus hence therefore further
    furthermore nevertheless nonetheless besides finally first second third is are was were be
    been has have had do does did will would can could should may might must shall let's let
    don't it's that's there's he's she's they're we're i'm you're i've we've we'll they'll
    can't won't isn't aren't didn't doesn't wasn't nearly almost roughly around approximately
    speaking whether such like unlike per via to of off out up down amid among across along
    behind beyond near outside inside toward towards throughout except plus minus than legal
    local federal critics opponents supporters officials police authorities experts residents
    lawmakers prosecutors investigators protesters several hundreds thousands dozens millions
    city state government known people men women read more watch photo image based given asked
    added said says following previously recently currently well never always often sometimes
    usually nothing something everything anything someone everyone anyone nobody mom dad god
    thank thanks please sorry hello dear oh hey ok okay
""")
PARTICLES = listed("""
    de da do dos das del della delle degli dei di du des la le les van von der den ter ten te bin
    ibn bint al el y e ben abu af av zu zur zum vom op in't 't ap san dal dalla lo mac
""")
