"""How common words are in news of incidents: a fixed table, so that a score needs no corpus.

Counted over some 1,720 English reports (shootings of early 2017, and attacks, accidents and disasters of
2015 to 2018). A word that is not here stood in fewer than 8 of them.
"""

__all__ = ["RAREST", "rarity"]

_BANDS: dict[int, str] = {
    0: """
        after an and are as at been by for from have he in is it not of old on police said shooting shot
        that the they this to was were when with year
    """,
    1: """
        about according all also around be before being block but county found had happened has her his home
        hospital incident information into just killed man more news night no officers one or other out
        people say scene street taken their there three time told two up victim we what where which who will
    """,
    2: """
        afternoon another any anyone area arrested arrived asked authorities avenue back because believe
        both boy call called came can car case center charged charges children city com condition copyright
        could crime day dead death department did died do down drive during early family fire fired first
        four friday get going got gun gunshot head heard here high him hit how identified if including
        injured injuries inside investigating investigation investigators involved its know last later left
        life like local made may medical men monday morning murder near new north now off office officials
        only our outside over person re released report reported reserved responded right rights road
        saturday says second several she sheriff shots since so some south state still story sunday suspect
        teen th than them then threatening through thursday took tuesday twitter us vehicle victims went
        while woman would wound years you
    """,
    3: """
        able accidental accidentally accused across added again against ago along apartment arrest assault
        attack attempted available away began behind believed between black body bullet chief child close
        come community confirmed connection contact continue court critical custody days deadly deputies
        described details detectives didn district don door driver each earlier east emergency end even
        evening evidence expected face far fatal fatally father few find five following friend friends front
        further girl go good group gunfire handgun held help himself homicide hours house however
        immediately january killing known large late law least led leg little located long looking lot make
        male many march me media members month months most mother much multiple my name nearby neighborhood
        never next non occurred officer once ongoing opened others park parking part past photo place point
        possible president press pronounced public pulled put ran received related release remains reports
        same saw saying school security see seen sent set shooter shootings shortly should show side six
        someone something son spokesman sports st stable started statement stay stop struck such suffered
        suspects take team teenager these think third those times today transported treated treatment trying
        turned tv under university until update use used ve very video violence want way weapon weather
        wednesday week well west whether white why without witnesses work working world wounded wounds yet
        young your
    """,
    4: """
        accident action actually adding additional address adult advertisement age agency aggravated air
        allegedly almost already always am ambulance american among announced anything ap apartments app
        apparent apparently appear appeared appears approached april argument arm armed arrests asking
        associated attacks attorney baby based best big bond boys breaking bring broadcast broke brother
        brought building bullets business calling calls capital carried carrying cars cash caught caused
        central charge check chest chicago china claimed clear closed co comes coming comment company
        complex conditions conference continued continues control coroner country counts couple crash crimes
        criminal crowd currently daily damage dark daughter david deaths december decided decision defense
        degree deputy determine determined developing dies different director discharged discovered does
        doing done double driving drove due eight else email ended enforcement entered event ever every
        everyone everything facebook faces facing fact feb february feel fell female fight filed firearm
        firing fled flight floor follow followed foot force forces former forward free full gang gathered
        gave general getting give given government great ground gunman guns gunshots half hand hands happen
        hard having health hearing heavy history hitting hold hospitalized http hurt identify image images
        initial initially injury international intersection investigate investigated involving issued jail
        jan john jr july justice juvenile keep kids kill knew lane latest launch lead leader leading learned
        leave leaving less let light likely line listed live lived lives ll loaded location look lost lt
        main major making mass material mayor member memorial metro michael middle might miles military
        million minister minor minutes mobile money motive mr must named names national nearly need neighbor
        neighbors northern nothing november number official online open own parents party passed passenger
        phone photos pic placed play playing please pm possession post posted previous previously provide
        provided published reached read really recent recently records recovered red regarding region
        regional remain remained reportedly residence residents responding response responsible result
        return returned revealed robbery room run running rushed safe safety san scheduled search searching
        seat self separate september serious service services seven sgt share shell shoot shoots short
        showed shows sign single sitting situation small social soon source southwest special spoke
        spokeswoman staff standing states station stolen stopped stoppers store streets striking student
        students suffering support sure surveillance survive suspected system taking talk talking target
        teenage teens tell test text thing things though thought thousands threat tips together too top
        total toward town tried truck try turn unit united unknown updated updates upon upper using view
        waiting walked walking wall wanted washington wasn watch weapons wearing website weekend weeks whose
        wife window within witness women won word worked wrote york
    """,
    5: """
        abc abdomen above abuse access account accounts act actions active activities activity addition
        administration admitted adults affected afghan afghanistan afp agencies ages ahead aid airport al
        alert alerted alerts alive alleged allow allowed alone altercation although america amid andrew
        android angeles annual anonymous anthony anti antonio appearance approximately areas arguing arms
        army arrival article ask assaulted assist assistance assistant attacked attempt attended attention
        august aunt automatic autopsy ave avoid aware bad bail ballistic bank bar base basketball battery
        beach became become becomes bed bedroom beginning beijing believes below better beyond biggest bill
        billion bit bleeding blocks blood blue board bodies bomb booked boulevard box boyfriend break
        bringing broadcasting broken brooklyn brothers brown build buildings bureau burglary buy caliber
        california camera campaign cannot caption captured care carry cases casings cause causing cbs
        celebrating celebration certain chance change changed channel charles chinese christian church
        circumstances cities citizens civilians claim claims cleveland click club coalition colored columbus
        command common companies complete concerned concerns conduct conducted conducting confirm
        confrontation connected considered continuing contributed convicted cook cops corner corporation
        couldn council counselors count countries course cousin cover crashed create created credit crew
        crews crimestoppers crisis critically current customers cut dallas dangerous data date davis de deal
        dec deceased declined deep deeply delivered denied description despite destroyed detained detective
        device die difficult direct direction directly dispatched display dispute division doctors documents
        doesn domestic donald download dozen dozens dr driven dropped drug drugs duty earth eastern effect
        efforts either employee employees enable enough ensure enter entire entry especially estimated eve
        events eventually everybody exactly examiner example exchange executive experts explosion extra
        extremely eye failed fall falling falls families federal feeling feet felony felt field fifth
        fighting file final finally financial finding firearms fireworks firm fla fleeing flew florida flown
        flying focus food footage forced foreign form fort fourth fox france funeral future game games gas
        german germany gets getty girlfriend girls giving glass global god goes gofundme gone google grand
        grandmother gray grazed green groups guard guilty guy hall handling happy harris haven hear heart
        helped helping herself hide highway hill hills hokkaido holding hope hopes hospitals hotel hour
        houston huge human hundreds husband idea identities identity illegal immediate important inc
        incidents include included indicated individual individuals industry inflicted injuring innocent
        instagram instead intended interest interview interviewed island isn isolated issue issues itself
        jackson james japan javascript job joe johnson joint jones judge june justin juveniles kept kid
        kills kind king km knows korea korean lake landed largest las launched launches leaders leads learn
        leaves lee legs level lewis lights list living locked looked los loss louisiana love loved lower
        lying makes males manager marijuana mark market martin massive matter maybe means meanwhile measures
        meet meeting memphis meredith message met miami midnight mike ministry minute miss missile missing
        mission mm mom moment moments moon mount move moved movement moving ms music nation nations nd neck
        needed needs nephew newsletters newspaper nice nightclub nine nobody none noon normal northeast
        northwest noted noticed notified nov nuclear numerous oak obtained occupants ocean october offered
        offering often ohio oil ok okay older ones onto opening operation operations order ordered org
        original originally overnight owner pacific page paid pair paramedics paris parked parts pass
        passengers passing patrol pay peace pending per percent performed personal personnel physical pick
        picked pictures piece pistol plan plane planned plans played players plus pointed policy political
        possibly potential potentially power powerful prayers preliminary presence present pressure pretty
        prevent prime prior prison private probably problem problems process products program property
        prosecutor prosecutors protect province pyongyang question questioned questioning questions quickly
        quiet race radio rain raised random range rd reach reaching reading ready real reason receive
        receiving reckless record recorded recover recovering redistributed refused regime relationship
        relatives removed reporter reporters reporting rescue research resident resolution respond
        responders responsibility rest restaurant resulted results reuters review reward rewritten rifle
        risk robert rocket round rounds route ruled russia russian sad sanctions save schools scott
        screaming sea searched season seeing seeking seemed semi send senior sense sentenced series
        seriously sexual shared shoulder showing signs silver similar sinai sister site sky smith soldiers
        somebody sought sources southeast southern space speak speaking speed spent spokesperson spotted
        square stage stand stands star start starting stated step steve stomach stood stories straight
        stroger strong subject suicide sun super superintendent supposed surgery surrounding suspicious
        sustained table takes talked talks targeted teams technology teenagers television telling tells
        tennessee tensions tests texas thank theft themselves thigh thomas thoughts threatened throughout
        tip toddler torso totally towards track traffic tragedy tragic training transferred trauma travel
        traveling trial trigger triple troops trouble trump turning tweeted twice type ultimately un unable
        uncle unclear understand unidentified union urged users usually va valley various vegas vehicles via
        videos village violent visit visiting wake walk war warned warning warrant watched watching water
        western whole whom williams win windows wish witnessed wmc words workers works worst worth wouldn
        wounding wrong www yard yesterday younger
    """,
    6: """
        abandoned aboard absolutely academy accountable acted acting activist actress acts administrative
        advised advocate affairs affidavit affiliate african aftermath agent agents agree agreed aimed
        aircraft airlifted airline airlines alcohol allegations allegheny allen alley allies allowing allows
        alongside altitude amazing ammunition amount ana analysis analyst anderson angela anger angry animal
        ankle announcement answer answers anybody apart apologize apologized apple approach ar aren ark
        arkansas arraigned arraignment arrive arriving art articles asia assaults assets assisting atlanta
        atmosphere attacker attackers attempting attempts attending aug austin australia author authority
        avenues average background backseat bag baltimore banks banned barricaded bars baseball bastille
        bathroom battle bay beautiful begin begun behalf behavior belonged ben bend benefit berlin billions
        billy birmingham birthday blast blocked blow blvd boarded book border born bottom bound bowl branch
        brandon breach breathing brian brief briefly bright british brownsville bryan built bus businesses
        busy buttocks buying ca calif calm cameras campus candidate capable cape capt captain card career
        carlos carolina casualties catch celebrate celebrations cell centre century ceo certainly
        championship changes chaos chaotic charging charlotte chase checked chevrolet chip chris christ
        christmas christopher cincinnati circle cited citing civil claiming clark class clean cleared
        clearly clicking clock closely closer closing clothing cnn coach coast cold collapse collapsed
        collecting college cologne color combined commander comments commercial commission commit committed
        committee communications communities compared complaint complaints completed completely compound
        concern concert concluded condemned connections considering consulate consumers contacted contain
        content continuous controlled conversation core costs counter courtesy courthouse courtroom coverage
        covered cox crashing crazy creek cross crowds crying customer dad dade damaged dan danger daniel
        dealing debris decades declared delay delayed demand demanded democratic deployed derrick des
        describe describes describing deserve design designed destroy detail detailed detected detention
        detroit devastated developed development developments devices diego difference digital diplomatic
        directed discharge disclosed discovery discuss disease dismissed dispatch dispatchers distance
        disturbance dodge dog dollars doors doubt downstairs downtown dramatic drew drill drivers driveway
        drop easily easy economic economy ed edge efe effort eighth el elementary elizabeth emerged
        emotional empty ems endangering endangerment engine england enlarge entering entertainment entrance
        environment eric error erupted escalated escape escaped establish established europe european
        evacuated everywhere ex exact except executives exit exited expect expects expenses experience
        experienced expert explain explained explains exploded explosives exposed expressed extended extent
        extreme eyes eyewitness faced facility factor facts failing failure fair fallen famous fans fast
        fear fears features feels fellow felon females festival figure figures filing filled film fine
        finished firefighters flag flags flee flights flu fly football ford fought foul founder francisco
        french frustration fully fun fund furious ga gallery gangs garden gardens gary gate gather gathering
        george georgia giant gmt goal gold gotten gov governor grabbed grade grandfather grant greater grew
        grief growing guardian gunmen gunned guys hair hamilton handed handguns handle hanging happening
        happens harm harrison harvey hasn headed heading headline headlines headquarters heads heartbreaking
        helicopter hidden hiding higher highly hip hits holds hole holiday hollywood holmes homes homicides
        honda honor hoping horrible horrific host hot houses housing howard hpd https humans hundred ice id
        identification ii illinois imagine impact improve inbox includes increase increased independent
        indianapolis indicate indicates indication indicted infected informed institute insurgents intent
        intermediate internal internet interstate interviewing invalid invasion investigations investors
        involvement iphone islamic items jacksonville japanese jason jeff jefferson jerry jim join joined
        jonathan jong jordan jose joseph joshua journal joy juan jumped jury kabul kansas keeping kelly
        kentucky kevin key khou killer kilometers kim kitchen knee knife knocked knowing ksla ky la lack
        lady laid land landing larry lauderdale launching lawn laws lawyer lay laying league learning legal
        legally lexington liberation license limited lined link linked lmpd locate locations lock lockdown
        london longer looks loop lopez lose losing loud louis louisville low luther machine magazine
        magnitude mainland mall managed management manner manslaughter mar marked marks married maryland
        matt max mean meant measure medics memory mental mercy messages metal metropolitan mexico mid mile
        millions mind missed missiles mlk mo model montgomery mostly movie mph mt murdered nasa nato natural
        nature nbc ne necessary neighborhoods neither network newsletter ninth nor note notice noting
        numbers nw oakland obama observed obviously occasional oct offer offers officially offshore oh
        oklahoma operating opportunity opposition options orange orbit ore organization orlando orleans
        otherwise outbreak outstanding overall owned owners owns packed pain palm palmer panama pants paper
        papers parade parker parkway parliament parole particular particularly parties partners path paul
        pause pd peaceful peninsula performance perhaps period persons philadelphia phones picture pictured
        pieces pilot pittsburgh planet planning player pointing points population porch port portland
        position positive possibility posting pounds pray praying pregnant prepared preparing presented
        presidential price principal pro probation produced professional professor profile progress project
        projectile promenade promised prompted prompting properly protective protest protests providing
        provocations pull pulling purchased push pushed pushing putin putting quadruple quality quarter
        quick quite quoted raise raising rammed rampage rang rape rare rate rather raw ray reaction reality
        realized rear recalled recovery reference registered regular regularly relative releasing relevant
        relief remember remove repeatedly republic request requested required residential resolve resort
        resulting retaliation retired retirement reveal reviewing revolver richard richmond riddled ridge
        riding ring rise rival river rob robbed robinson robot rock rockets role rose roughly rules runs
        rural rush russell saddened salvador sarah sat satellite satellites savannah sc scale scared scary
        scenes science scores screen seconds secret secretary section secure secured sedan seek seems seized
        select sell selling sending senseless sensitive sentence seoul sept sergeant serve served serving
        setting seventh severe sex shattered shelter ships shock shocked shooters shootout shop shotgun
        shouldn shown shreveport shut siblings sides sidewalk signed significant simply singer sisters sits
        sixth size slain slowly smart smartphone smashed smile smoke society software solution solve somehow
        sometime sometimes somewhere song sons sorry sound sounded sparked speaks specific speech spend
        spending spot spread spring springs squad stabilized stars statements staying steal stealing stepped
        steps stock stole stored storm stray strike strikes strip struggle struggling study stuff submit
        subscribe subscribing suburban success successful successfully succumbed sudden suddenly suggested
        suggests summer supplies supported surface surprise surrounded survived suspended suspicion suv swat
        systems taliban tape targeting targets task tax taylor teachers tears tech temple ten tenn terms
        terrible territory terrorism terrorist terry tested thanks thinking thinks thompson threats threw
        throwing title tokyo toll tom tonight touch tough township trade trading trailer train traveled
        treat tree tribune triggered trip true trust truth turns typically uk underway underwent uninjured
        units unlawful unlikely unprecedented unusual upset upstairs usa user uses usual vacant value van
        verify version veteran vice victory vigil violation virginia virus visited voice wait waited wallace
        wants ward warrants warren wave wayne ways welcome weren whatever whoever wichita wide wild william
        wilson winning winter woke woods worker worried writing written wtvm yards yellow youth zone
    """,
    7: """
        aaron abe ability abroad absolute abundance acan accept accompanied accomplice accord accuracy
        accusations acknowledges activated actively activists actor actual adams add addiction addison
        additionally addressed addresses adds adjacent adopted advanced advantage adviser advisory aerial
        aerospace affect afraid afterward aged aggressive aim ain airways ak alarm alaska albany alexander
        allege alliance ally ambassador ambulances americans amounts analysts anchorage andres anglais
        animals ann anniversary announce announcing anonymously answered anticipate anytime anywhere apollo
        appearing apply appropriate approved apps arab arena argued arizona arrives arson asian asleep
        assassination assigned assisted assume astronaut astronauts atf athens attacking attend audio
        australian auto awaiting award babies backed backing backlash backpack backyard badly bailey ball
        baltsun band banking baptist barack barbara barrier basic basically basis baton battling bbc bear
        bears beat beaufort becoming bell belong belonging belongings benefits bernard bible bid bigger bird
        birds birth bitcoin blame blaze blew blocking blog bloody blotter blown boarding bob bomber bombing
        bombs bonds boost boris bottles bought brain brand brandenburg brazil brazilian breaks brenda brick
        bridge briefed briefing brighton brings bristol britain broad broadway bruce brutal bryant budget
        bull burglar buried burn burned burning burst bury bush bust button bystanders cabin cabinet caddo
        caller cameron camp canadian canal canceled cap capability capacity capture cards careful cargo carl
        carnage carson carter cathedral causes caution cedar celebrated celebrates cent centers chain
        chairman challenge challenges challenging chamber champion chancellor characters charger charleston
        charlie chased chasing chatham checking chemical cherry chiefs chips choice choose chrissy christi
        christine chunying circuit citizen civic civilian clandestine clarke clashes classes classmates
        cleaning clerk client clients clip closest closet clothes cocaine code col coleman colleagues
        collect collected collection collins colorado columbia combat commissioner communication communist
        compensation concealed concerning concrete condolences confessed confident confirms conflict
        conflicting confront confronted confusion connecticut conscious conservation consistent consortium
        conspiracy constant contained containing contest contract contributing conviction convictions
        convinced cool cooperate cooperating cooperation coordinated coordinator cope copy corey corporate
        corpus correct corrections corruption cost couch counseling cpd cpl cpr crack crashes crater
        creating criticism criticized crossfire crossing crowded cubs culture curb currency curse custom
        cuts da dakota dancing dates dating daughters dave dawson deadliest deadline deals dean debate
        decade decide deemed deer defendant definitely del delgado deliberate deliver delta demanding
        demonstrate demonstration demonstrations denver departments depending deployment designated
        destination det detectors determination determining devastating develop dialogue dictator
        disappointed disaster discharging discover discussed disorderly dispatcher distraught disturbing
        diverted doctor document dogs dollar dominique donations doug dprk drawing drawn dream drills
        drinking drives dropping drought dry dubbed duck dug durham earned earnings earthquake easier eddie
        eduardo education edward edwards effective effectively effects elderly election elections electric
        eligible elon elsewhere embed emphasized encounter encouraged ending energy engage engaged
        engagement engineers engines englewood enjoy ensued epa equifax equipment era escalate escorted
        essentially establishment esteban estimates estrosi eu evacuate excavators excessive exchanged
        excited exciting exercise exercises exist expecting explosions explosive expose express extend
        extensive facilities failures faith fake falcon false fame familiar fan farabundo fargo farm fashion
        faster fault favor fbi feature featuring fees fence ferrari fiction fields fighters fights files
        finance findings finds finger finish fires firms fish fit flagged flames flatbush floating flowers
        fmln focused fonseca forcing forecasts forensic forever forget forgotten formal formula forwarded
        foster foundation founded fowler franchise francis francois frank franklin freedom frequent fresh
        friendly ft fuel fugitive fulton funds gain galaxy garage garcia garfield generation gives glad goat
        golden goldman gonna goods gotta grab grace grader graduate grandchildren granddaughter grandson
        grass grateful grave graze greatest greece greek greg grenades grey grocery grove grow grown growth
        guam guarded guards guerrilla guerrillas guess guest gunpoint gym hack hackers halftime hallway halt
        halted hampshire hampton handled harassed harassment harder harmed harry harvest heartbroken hearts
        heavily hebei height heightened heights helicopters hell helmand helps henry hero heroin highest
        highlights hired historic holes hollande holly holster holy homeowner honest hong hoodie hopeful
        horrified horror hostage hotline hua humane hunt hunting hurting hwasong icij iconic identifies
        identifying ill illegally immigrant impacted implement imports imposed impossible inches incredible
        ind indeed indian indiana indians indicating indications indoors infant infection influence
        initiated injures inn innings inquiry insights insisted instantly intelligence intense intentional
        intercontinental interested interesting interior interlagos intervention interviews introduced
        intruder investigates investigative investigator investment involuntary iowa iphones iran iraq isaac
        isaf isis islands isolation israel israeli item jack jacket jae jailed jake jax jeffrey jennifer
        jeremy jersey jessica jinping jobs joining josh journalist journalists journey judges judicial
        julian jumping junior jupiter jurors justified karen keeps keith ken kennedy kenneth kg kicked
        kidnapping killings kin kinds kingdom kings kmov knees knowledge kong kpho ksat ktvk kunduz kyle lab
        laden lanes lap laps larger laser laurel lawndale lawrence le leadership leak leaked legend
        legislation lengthy lethal letter levels lex liberty library lieutenant lift lifted lifting liked
        limit limits lines links liquor lisa listen lit lockup lodged logo lone longest longtime losses
        lounge loving lucky luis lunar lynch madison magazines mail mainly maintain maintained majority
        makeshift malicious malik manning manuel maps marcus maria marie marine markets maroon marquis mars
        mart marti martinez mary masked masks match matched matthew maximum maynard mazar mcso meaning
        meantime measuring mediterranean mention mentioned mercedes merely merkel meters metres michelle
        michigan migrants miguel militant militants miller milwaukee minds minneapolis minnesota minors
        misconduct misdemeanor missions mississippi missouri mistake mitchell mix mode modern mohamed
        monitor monitoring moscow mossack motion mountain mourning mourns moves movies mrs msnewsnow mud
        muhammad mujahid multi municipal murders murray musk myself narrow nashville native negative
        negligent nelson net nevada newly newschannel nexstar nfl nichols nick nico nippon nissan noise
        noises nopd northwestern nose notes notification notifications nowhere npr nypd objects obvious
        occupied occur ofer offender offense offenses offensive offices olds opens operated operational
        operator operators opinion opposed opposite option oregon organizations origin orion outcome outlets
        outrage overhaul overseas overturned oxygen pa pad pages painful palace palestinian panamanian panel
        panic panicked parent parish partially participate partner passage passes pastor patient patients
        patrols patrons pattern paying payload peacefully penalty penn pennsylvania perez perfect perform
        perimeter permanent permit perpetrators perry perspective persuaded peter peterson phillips phoenix
        photographers physically pickup pike pine pit pixel places planets plate plays plea pleaded pleasant
        pledged plowed pocket pole policemen policies politicians pontiac pool poor pop popular pose posed
        poses positioned possess posts powell powers practice practices prayer pre precaution precinct
        prepare prevention prices pride primarily primary prince priority privacy prix probe procedures
        processing produce producer product profit profits programme programming programs prohibited
        projectiles prominent promises proof proposed proprietary protected protection protesters proud
        prove proved provincial provocation provocative publicly pulp pumped punch purchase purpose purse
        puzzled quake qualcomm quarterback quentin raleigh rally rams randall randy ranging rapidly rates
        reaches react reacted reads reasons recreation reduce reed referred referring refined refugee
        refugees regard regardless regions register regrets regulations regulators regulatory rejected
        relations relatively religious remaining remarks remembered reminder remote render reno reopened
        repeated replaced representative representatives represents republican reputation requests require
        requires rescuers resolutions resources respect restraint restrictions resume resumed retrieve
        retrieved returning reveals revelations revelers revenge reviewed revised rex rhetoric rich ride
        rifles rihanna riley riot riots ripping rising rivals rivera riverside roads robberies rodriguez
        roger rogers rogue roll ronald roof roosevelt rosberg ross rouge roulette row rt rubber rule ruling
        rumors ryan safely sale salvadoran sam sandy sanford santa santiago saturn saved saves saving
        scandal scattered scientists score scuffle se sean seasons seated seats seattle securing seem sees
        senator sends sentences sentencing sentinel sequence session seth sets severely sexually shaken
        shaking shares sharif sharing sharon shed sheet sheets shield shift shinzo ship shipments shirt
        shocking shoes shore shouting sight signals silence silent silicon simple sin sirens sit sites
        situations slaughter slaying sleeping slightly slow smaller smartphones smiling smoking snapchat
        snow soccer sold soldier sort sounds spacecraft spacex span spanish spate species specifically
        spectacular speculation sped speeding spirit split spoken sport spray sprayed spraying spreading
        spree springfield stabbed stabbing stability stadium stages stance standard standards standoff stark
        starts stationed stations status stayed stemmed stemming stephen steven stick stocks stones stops
        storage stores stormtracker strategic strategy stream stretch strict strictly string strongest
        strongly structure struggled stuck studies studio stunning style subjects submitted subsequent
        subsequently substance suffer suga suggest suicidal suit sunan sunrise supporters supporting
        supports surprised surrendered survival surviving survivors sw sweet swift symptoms syria tackle
        tall tampa tampering tan taped tarantino taxes tear technical technician teigen telephone telescope
        temporarily tended tens term terminal terrace terrified terror terrorists tesla testimony testing
        texting thankful theory thorough throw thrust thurman ticket tied ties tight tillerson timothy tires
        tm todd toggle toledo tomorrow ton tons tony torn tourist tourists tournament towed toyota tracking
        tracks traditional trafficking trail transaction transactions transfer transferring transfers
        transportation trapped travis trend tries trillion trio tristan troopers troy trucks truly trumbull
        turner tweet twin tx tyler uma unacceptable unanimously unauthorized unaware uncooperative
        underneath unfolded unfortunate unfortunately unharmed unincorporated unintentional unique unless
        unloaded unrelated unresponsive unsafe unsure upcoming upgraded ups urge urging vacation valuable
        valued vary verbal vessels victoria viewing villages violations virgin visible visual vladimir
        volatile volunteer vote voted vowed waistband walker walks walls warm warn warnings wash waters
        waved wavy wbrc wbtv wealth wealthy wear weekly weinstein welfare wells wendy wesley wet wfaa wheel
        wheelchair whereabouts wherever widely widespread willing wind windshield wing wins winston wire wis
        wishes withheld wkrn wolf wonder worlds worldwide worries worry worse wplg wr wral wreck wright
        writer wrongdoing wsmv wtoc wwbt wwl wxyz xi xinhua yeah yelled yelling yo yoshihide youngest
        youngstown yourself youths youtube zeitung zero zobrist zones zoo
    """,
}
"""Words by the share of reports that have them: 0 is more than half, 1 more than a quarter, and so on."""

RAREST = 9.0  # halvings of a word that is in no band: about one report in five hundred

_RARITY = {word: band + 0.5 for band, words in _BANDS.items() for word in words.split()}


def rarity(word: str) -> float:
    """Return how rare a folded word is: 0.5 in every report, RAREST in none that were counted."""
    return _RARITY.get(word, RAREST)
