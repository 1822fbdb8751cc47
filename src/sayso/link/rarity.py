"""How common words are in news of incidents: a fixed table, so that a score needs no corpus.

Counted over some 4,940 English texts (shootings of early 2017; attacks, accidents, disasters and other
news of 1988 to 2018 from many countries). A word that is not here stood in fewer than 16 of them.
"""

__all__ = ["RAREST", "rarity"]

_BANDS: dict[int, str] = {
    0: """
        an and are as at be been by for from has have he in is it not of on said that the they this to was
        were who with
    """,
    1: """
        about according after against all also because before being but can during had his if into just last
        more national new news no old one or other out over people police president so text their them there
        time two up we what when where which while will would year
    """,
    2: """
        added american another any area armed around asked attack attacks back between both call called
        campaign city clinton com could country day days death democratic department did district do donald
        down early end even fire first force forces former found four front general get going government
        group happened her here hillary him home hospital house how however including information its killed
        know later left life like made make man many may members military monday morning most much near
        night now off office officers only our part party place political presidential public re release
        released report reported reports republican right salvador same san say says scene second security
        several she shooting shot should since some state states still street support take taken than then
        these think those three through today told took trump tuesday under united us very want way week
        well years you
    """,
    3: """
        able across action actions afghan afghanistan afternoon again ago air along already although always
        am america among announced anyone army arrested arrived authorities avenue away based become began
        behind believe best big block boy building came candidate candidates capital car carried case center
        central change charged charges chief children clear close coalition come command community condition
        confirmed continue continued control copyright county court crime critical dead decision defense
        detained didn died director does doing don done each earlier east economic eight el election ever
        every expected face fact family far farabundo few fight find fired five fmln following foreign
        friday full further give given go good got great groups gun gunshot having head heard held help high
        himself history hit hours http identified immediate immediately important incident injured injuries
        inside insurgents international interview investigating investigation investigators involved issue
        john joint justice kabul keep killing known large late law lead leader leaders least led less
        liberation likely little local long look looking lot major making march marti me media medical
        meeting member men might million minister money month months movement mr multiple murder must my
        name nation need neighborhood never next nominee north nov november number obama occurred officer
        official officials once operation order others outside own past peace percent person point policy
        possible post power press primary problem process province put race radio real really received
        recent recently reserved responded responsible result rights run running salvadoran sanders saturday
        saying school search secretary see seen sent serious service set shots show side situation six
        social someone something south spokesman started statement stop story such sunday suspect suspected
        system taking team television terrorist th things third though throughout thursday times too top
        trying turned twitter university until use used ve vehicle victim victims video violence vote voters
        war washington weapons wednesday went west whether white whose why win within without woman women
        won work working world wounded yesterday yet york young your
    """,
    4: """
        acan accidental accidentally account accused act activities actually adding addition additional
        address administration admitted afp age agency agreed agreement ahead aid alfredo alleged allow
        allowed almost americans anti anything apartment apparently appear appeared appears approximately
        april areas arms arrest ask asking assault associated attacked attempt attempted attention attorney
        aug august available bad bank barack became begin beginning believed bernie better biggest bill
        billion black body bogota bomb border break bring broke brother brought buildings bullet bush
        business cadena california calling calls cannot captured care carlos carolina carry carrying cases
        casualties cause caused certain chairman chance changes charge child church citizens civil civilian
        civilians claimed clandestine class closed co colombia colombian combined comes coming commander
        comment comments commission committed committee common communique company completely compound
        conditions conducted conference conflict congress connection conservative considered contact
        continues convention council countries course create created criminal crisis cristiani crowd cruz
        current currently custody cut daily damage date daughter david de deal debate dec decades december
        decided declared degree democracy democrat democrats denied deputies deputy described despite
        destroyed details detectives determine determined development dialogue different difficult direct
        directly discovered doesn domestic door drive drove drug due eastern economy efe effect effort
        efforts either elections else email emergency ended enough entered entire especially evening event
        events everyone everything evidence example executive explosive expressed facebook facing failed
        fall families father feb february federal feel field fighting final finally financial floor florida
        focus follow followed forced forward fox free friend friends future game gave george getting girl
        giving goes gop gov governor ground guerrilla guerrillas half hand handgun hands happen hard
        headquarters health heart heavy helped hold holding hope hour human hurt idea illegal include
        included increase individuals initial instead insurgent intelligence interest investigate iowa isaf
        isn issued issues itself jail jan january job jose judge july june key kind km la largest latest
        launched leadership leading learned leave leaving legal let level line live lives ll located longer
        loss lost love low main majority makes male manager mar marco mark mass material matter mean means
        meanwhile measures meet message met michael middle ministry minutes moment mother move murdered
        named nations nearby nearly necessary needed needs network nine nomination non northern noted
        nothing oct october offensive offer offered often ohio ongoing open opened operations opportunity
        opposition organization organizations paid park particularly parties passed path paul pay personal
        persons phone photo placed plan planned plans play playing pm pointed points politics polls popular
        population position positions possibility potential powerful present pressure previous previously
        private probably problems program protect provide provided published pulled question questioning
        questions quickly raised ran rather reach reached read ready reason rebels record red regarding
        region related remain remains reportedly reporter reporters republicans residents respect response
        responsibility rest results return returned revealed risk road role room rubio safe safety saw
        scheduled seeking seems self sen senate senator senior sense september series seriously services
        seven share sheriff short shortly showed shows sign signed similar single site small soldiers
        solution son soon sought source sources southern speak speaking special speech spent spoke sports st
        staff stand standing start stated statements station stay step stopped store streets strong struck
        struggle student students suffered supported supporters sure suspects taliban talk talking talks
        target targeted ted teen tell telling term terrorism terrorists texas themselves thing thought
        thousands threat threatening together total toward town trade transported treated treatment tried
        troops true try turn tv understand unidentified union unknown update upon using various vice victory
        view violent visit votes wall wanted wants wasn watch weapon weather weekend weeks whom wife willing
        winning witnesses word words worked workers wound wounds wrong wrote www
    """,
    5: """
        abc ability above abroad absolutely abstract accept access accident achieve acting active activity
        acts add administrative adopted adult advantage advertisement adviser advisers advocate affairs
        affect affected african agencies agenda agents aggravated agree agreements aides aimed airport al
        alert allegedly alliance allies allowing alone ambassador amid ammunition amount andrew angeles
        anger angry announcement anonymous answer antonio ap apparent appeal appearance approach approached
        approved apr aren arena argued argument arm arrests article assassination assistance assistant
        association attacking attempts attended attitude audience author automatic average avoid aware ban
        banks barco base battle beach becomes becoming begun believes below ben benefit beyond bid
        billionaire bit blocks blood blow blue board bodies bombing bombings bombs bond book born branch
        breaking brigade bringing broad broadcast broken brooklyn brothers build built bullets bureau
        businessman buy ca caliber campaigns candidacy career cars cartel cash cast caucuses caught causing
        cbs cease cell centers century certainly challenge changed channel check chest chicago chiefs china
        chinese choice chris christian circumstances cited cities citizen claim claims clashes cleared
        clearly cleveland climate closely closer club cnn coast cocaine col college colonel combat
        commitment communications communist communities companies compared complete completed complex
        concern concerned concerning concerns concluded condemned conduct conducting confirm congressional
        connected conservatives consider constitution contest contests continuing controlled conversation
        convicted cooperation core corner cost costa couldn count counts couple cover crash credit crimes
        criminals criticism criticized critics cross damaged danger dangerous daniel dark data deadly deaths
        debt decade decide decisions declined deep deeply defeat defend delegate delegates delivered demand
        departments designed developing device dies difference diplomatic directed direction discharged
        discuss discussed document documents dollars doors double doubt download downtown dozen dozens dr
        driven driver driving dropped drugs duty dynamite easy education effective elected electoral emails
        embassy employee employees endorsed enemy energy enforcement engaged ensure enter entering establish
        established establishment estate estimated europe european eventually everybody exactly exchange
        exit expect experience experts explain explained exploded explosion explosives express extreme
        extremely faced faces facilitator facts failure fair false fast fatal fatally favor fbi fear feeling
        feet fell fellow felt female fifth fighters figure figures file filed finding firearm firearms
        firing firm fla fled flight focused food foot form fought fourth france francisco freedom fully fund
        games gang garcia gary gas gathered german germany gets global gmt goal god gone governments grand
        greater green grenades growing growth guard guatemala guilty gunfire guns gunshots guy guys hall
        hampshire handling happening happy haqqani harm hasn headed hear hearing heavily helicopters helmand
        helping herself higher highest highway hill hitting holds homes homicide honduras hopes host hotel
        houses houston html huge hundreds husband id ideas identify identity ii image images immigrants
        immigration impact improvised incidents includes income increased increasing increasingly
        independent indicate indicated indistinct individual industry inflicted influence initially injury
        inravision insisted institute institutions intended interests interior internal internet interviewed
        interviews investigated investigations involvement involving islamic island jackson james jeb jeff
        jersey jesuit jobs joe johnson join joined journalists jr juan judicial juvenile kandahar kasich
        keeping kept kidnapped kidnapping kids kill king knew knows labor lack land largely las latin launch
        laws lawyer leads learn leg legislative letter liberal light lima limited lines linked list listed
        lived living loaded location longtime looked looks lopez los lose losing lower lt luis maintain
        managed manner manuel margin market martin massive maybe mayor meant measure medellin meetings
        mention mentioned mexican mexico miami mid midnight miguel mike miles millions mind minor minority
        minute miss missing mission mistake moments mostly motive moved moving mrs ms murders muslims names
        nationalist natural negative negotiations neighbor neighborhoods neighbors neither newspaper
        nicaragua nicaraguan nobody none nor normal northeast note noticed nuclear numbers numerous obtained
        obviously occupants offering offices oil ones online onto opening operating operational opinion
        opposed ordered organized original orlando oscar otherwise overall overnight owned owner pacific
        page panama parents paris parking participate participated particular parts pass passage passing
        patrol pdf peaceful peacefully pennsylvania per percentage perez performance perhaps period
        personnel peru peruvian philadelphia photos pic pick picked piece places plane planning platform
        played please pledged plus policemen policies politically politicians poll poor positive possession
        possibly posted potentially preliminary prepared presence presented presidency presidents
        presumptive pretty prevent price priests primaries prime prior prison pro professional professor
        profile progress progressive project promised promises pronounced property proposal proposals
        proposed prosecutors protected protection protest providing publicly push putting quarter questioned
        quite radical raise raising rally range rate reality reasons rebel receive receiving recording
        records recovered referring reform refused regard regime regional rejected relations relationship
        relatives religious remained remaining remarks remember rep repeatedly reporting represent
        representative representatives represents republic request requested require required rescue
        research residence resources respond responding resulted resulting retired reuters review
        revolutionary rhetoric rica rich richard rifle rifles rise rival rivals robbery robert rocket
        rodriguez round rounds rule rules ruling runner rushed santa save scale scandal schools scott sea
        searched searching season seat secret sector sectors secure secured seeing seek seem seemed seized
        send sending sentence sep separate sept serve served serving setting sgt shared shoot shooter
        shootings shoots showing shown sides significant signs simply sister sitting smith society solve
        somebody sometimes sort sound southwest space spanish specific specifically spend spending
        spokeswoman spot spread square stable stage star starting status steps stolen stood stoppers stories
        straight strategic strategy strength strike striking strongly style subject success successful
        suffering suggested suicide summer summit super supporting supports supposed supreme surgery
        surprise surveillance survive suspended suspicious sustained table takes talked targeting tax
        technology teenager teens telephone tells terms territory test thank thanks therefore thinking
        thinks thomas threatened threats threw thus ties tips title tomorrow tonight totally tough track
        traditional traffic traffickers trafficking trail training traveling trial trouble truck truly trust
        truth turning tweet tweeted twice type ultimately un unable unclear unit units updated updates urban
        urged usually valley vehicles venceremos vermont veteran via views village virgilio virginia voice
        voted voting wait waiting wake walked walking warned warning watching water wave ways wearing
        website western whatever whole wide william williams window windows wing wins wish witness works
        worried worse worst worth wouldn written yes younger zone
    """,
    6: """
        abandoned aboard abortion absolute abuse academy accepted accompanied accounts accusations achieved
        acknowledged acted actively activist activists actor actress actual ad addressed addressing adds ads
        adults advance advanced advice advised advocacy advocates affecting affordable afraid agent ages
        aggression aggressive aide aim aircraft ak alan alarm alaska alerted alive allegations allen allows
        ally alongside altercation alternative ambulance amendment amounts ana analysis analyst analysts
        andres angela announce annual anonymity answered answers anthony antioquia anybody anymore apart
        apartments app applause apple apply appointed appreciate appropriate approval argentina argue
        arguing arguments arizona arkansas arrival arrive arriving articles asia aside assassinated
        assaulted assembly asserted assessment assets assigned assist associates assume assumed assured
        atlanta atmosphere attackers attempting attend attending attributed authority autopsy ave award baby
        backed background backing badly bail balance ball ballistic ballot baltimore band banking banned bar
        barely basic basically basis basketball battalion battles bay bear beat beating beautiful bed
        bedroom behalf behavior beijing belonging belt benefits benghazi berlin bible bigger billions bills
        birth blame blamed blast blaze bleeding blocked bloomberg bob bolivia bombed booked boost borders
        boss boston bottom boulevard bound bowl box boys brand brazil breitbart brian bridge brief briefly
        british broadcasting brown brutal budget burglary burned burning bus businesses buying cable calif
        calm camera camp campaigning camps campus canal capable capacity capitol captain caption capture
        caracas card cards careful carries carson carter casings castro catch catholic caucus causes
        celebrating celebration ceo chair chalatenango challenges challenging chamber champion changing
        chaos character charles checked checks chile chilean choose chosen christie christmas christopher
        chuck cia circle citing ciudad civic claiming clark clash classified clean click closing coach code
        cold collapse colleagues colombians color colorado colored columbia column commanders commentary
        commerce commercial commit communication competition competitive conclusion concrete condemn
        confidence confident confiscated conflicts confront confrontation connections consequences
        considerable considering consistent conspiracy constant constantly constitutional construction
        contacted contain contained content contract contrary contras contrast contribute contributed
        controls controversial controversy conviction convinced cook coordinated coordinating cops coroner
        corporate corporation corps correct corruption costs counter counting courts cousin coverage covered
        covering crashed crazy creating creation credibility crew crews crimestoppers critically crowds
        crucial cuba cultural culture curfew customers cuts cutting cycle dallas dan davis deadline dealing
        deals dealt debates deceased declaration defeated defended defending defensive definitely del delay
        delegation delgado deliver demanded demanding demands demonstrate demonstrated demonstration
        denounced deny deployed des describe describing description deserve desire desperate destroy
        destroying destruction detail detailed detective detention determination detroit devastating
        developed devices dictatorship die diego differences digital disclosed discussing discussion
        discussions disease dismissed dispatched display dispute distance distribution districts divided
        division divisive doctors dog dollar dominated donations donors dpa draft dramatic draw drawing
        drawn drew drop earned earth easier easily ed edge editor editorial eduardo effectively effects
        eighth elect electorate electricity elements eliminate elite elizabeth eln elsewhere emerged emilio
        emotional emphasized empty enable encouraged encouraging endangered ending endorse endorsement
        endorsements ends enemies engage engagement english enjoy enormous ensuring enterprise entertainment
        entirely entrance entry environment environmental equipment era eric error erupted escape escaped
        essentially estimates evacuated eve everywhere ex exact examiner except excerpt excerpts exclusive
        executives exist existence existing expand expanded expansion expectations expects experienced
        expert exploit explosions exposed extended extensive extent extra extradition eye eyes facilities
        facility factor fail faith fallen falling falls familiar famous fans farm fascist fatherland
        favorable favorite fears features federation feels fees felony fewer fields fierce filled film
        finance finds fine finish finished firefighters fireworks fit fix flag flee fleeing flew flown fly
        flying folks followers follows footage football forcing ford forget formal formally fort forth
        foundation founded founder framework frank franklin french frequently fresh friendly frustration
        fuel fun funded funding fundraising funds funeral gain gained gains galan gathering gen gender
        generally generated generation georgia getty giant girlfriend girls gives glass goals gold golden
        gomez gonzalez gonzalo google gotten grabbed graham grant granted gray grazed greatest greek grenade
        grew grounds grow grown guarantee guarantees guarding guards guatemalan guillermo gunman halt handed
        handful handle happens harder harmed harry harsh hate haven heading headlines heads hector
        helicopter henry hidden hide hiding highly hired historic hits hollywood homeland honduran honest
        honor hoped hopeful hoping horrible hospitalized hospitals hosted hostile hostilities hot housing
        howard humanitarian hundred ice identification identities ideological ideology ied ignored ill
        illinois imagine immigrant implement implemented importance imposed impossible improve improved inc
        indeed independence indiana indianapolis indicates indication indiscriminate industrial infantry
        influential informed infrastructure initiated initiative injuring innocent insiders insist inspired
        instance institution insurance intense intent intention interested interesting intersection
        intervention introduced invasion investigative investment invited iran iraq isis isolated israel
        jack jaime japan japanese jason jennifer jerry jesuits jim jon jonathan jones jorge joseph josh
        journal journalist judges judgment jul jumped jun jurisdiction jury justin kansas kelly kentucky
        kevin kg khost kid killer killings kills knee knocked knowing knowledge korea korean ky lady laid
        lake landed landing lane language larger larry lasted latino launching lawmakers lawsuit lawyers lay
        laying league leaning learning leaves lee leftist legacy legislation legitimate lengthy letters
        levels lewis liar liberals liberty license lie lies lieutenant limit lined link links listen
        locations locked london losses loud loudspeaker louisiana loved lying machine mafia magazine mail
        mainly mainstream maintained males management managua manhattan maria marijuana mario marked markets
        marriage married martinez maryland massachusetts massacre match mate materials matt matters maximum
        mccain meaning mejicanos memorial memory memphis mental messages metro metropolitan michigan mile
        militant militants minds minimum ministers missed missile missiles missouri mitt mm mobile model
        moderate modern mogul mom momentum moon moral moreover moscow mount movements moves movie msgr msnbc
        municipal municipality murderers music muslim myself nacional narcotics narrow nationally nationwide
        native nature nbc nd necessarily neck negotiated negotiating negotiation neighboring net networks
        nevada nevertheless newly nice nightclub nixon nominating noon northwest northwestern notes notice
        notified noting oas objective observed observers obtain obvious occasions occupied occur ocean
        offense offers officially oh ok okay older omitted openly opponent opponents opportunities oppose
        option options orange orders org originally orleans ortega ourselves outcome outskirts outstanding
        overcome overseas overwhelming owners owns pablo pac pages pain pair pakistan palace panamanian
        panel paper papers paramedics paramilitary parked parliament partially participating participation
        partner partners passenger passengers passes pastor patch patrick patriotic paying paz peasants
        pending perfect performed permanent perpetrated personally peter physical picking picture pictures
        pieces pistol planes plant player players plays pointing politician politico polling pollster ponce
        popularity populated populist port posed posts pounds poverty powers practice practices praised
        prayers pre predicted prefer prepare preparing prices priest primarily principles priorities
        priority prisoners privately procedures processing produce produced production products profit
        programs projects prominent promise promising promote promoting prompted proof propaganda propelled
        properly prosecutor protecting protections protesters protests proud prove proved provides pull
        purchase purpose pursue pushed pushing puts quality quick quiet quoted races racial racist rafael
        rallies ranking ranks rape rapidly rare rates rd reaching reacted reaction reading reagan recall
        recalled reckless recognition recognize recognized recorded recover recovering recovery
        redistributed reduce reference referred reforms refuge refugee refugees refusal regardless reggie
        regions register registered regret regular regularly regulations reid reiterated reject relative
        relatively releasing relevant relief religion remote remove removed rene repeat repeated replace
        replaced replied represented representing repression reputation requests requires reserve resident
        residential resistance resolution resolve resort respected restaurant restore resume returning
        reveal revolution revolver reward rewritten rick riot rising risks river rivera roads roadside
        roberto rock rockets roll romero romney ronald roof roots rose roughly route ruled rumors runs rural
        russia russian ryan sabotage sad sales salvadorans sam sanctions sandinist santiago sarah sat scared
        scenes schedule science scientists score scored scores scoring screaming screen scrutiny sean seats
        seconds section seeks sees select sell selling senators sensitive sentenced sergeant server serves
        session seventh severe sex sexual shares sharp shell shift shining shock shocked shook shop shoulder
        shouldn shut siege silver simple sit sites situations sixth size skills sky slain slightly slow
        slowly smaller smart smoke socialist software sold soldier solid solidarity solutions somehow
        somewhat somewhere sons sorry sounded southeast sovereignty soviet soyapango spain sparked speaker
        speaks speeches speed spirit split spoken spokesmen spokesperson spotted spring squad squads
        stability stake stance standard standards stands stars starts stating stations stayed staying steal
        stealing stepped steve stock stole stopping stores strategist strengthen stressed stretch strict
        strikes stronger struggled struggling study stuff subsequent subsequently substantial subversive
        successfully suddenly suggest suggesting suggests sun superdelegates superior supplies supporter
        surface surge surprised surrounded surrounding survey survived suspend suspension swing syria
        systems tactics tape targets task taxes teachers teams tears tech technical teenage teenagers
        tegucigalpa temporarily temporary ten tennessee tens tension tensions terrible terror testimony
        tests theft thoughts threaten throw throwing thrown ticket tie tied tight tim tip tom tone tony
        topic torso touch tour towards towns trading tragedy tragic train trained transfer transferred
        transportation travel traveled treasury treat tries trigger trip triple trusted turnout turns types
        typically uk understanding undocumented unfortunately uniforms unions unique unity unleashed unless
        unlikely unprecedented unusual upcoming upper upset urge urgent urging usa users uses usual usulutan
        va value values van vargas vast vegas venezuela version victories videos viewed villages violated
        violation violations virtually visited visiting voter vowed vt vulnerable wage wages waited walk
        walker walls warrant warren watched wayne weak wealth wealthy web welcome whoever widely widespread
        wild willingness winner wisconsin witnessed wonder worker worry wounding write writing yard yards
        youth youths zero
    """,
    7: """
        aaron abandon abdomen abe abedin abruptly absence absurd abu abuses academic accelerated acceptance
        accepting accessible accompanying accomplice accomplices accomplish accomplished accomplishments
        accord accordance accountable accuracy accurate accusation accuse accuses accusing achievement
        achievements achieving acknowledge acknowledging acquired activated actors adam adams addiction
        additionally addresses adequate adjacent administered admiration admission admit admitting adopt
        adopting adoption advances advancing advertising advise advising advisory advocated aerial affair
        affects affidavit affiliate affiliated afford africa aftermath afterward aged aggressively agrarian
        agrees agriculture ah aiming aims aired aires airing airlifted airline airlines airplane airplanes
        alabama alarmed albany alberto alcohol alerts alex alexander alexandria alfonso ali alias aligned
        alike allegheny allegiance alley alternate altitude altogether alvaro amaru amazing amazon ambitious
        ambulances ambush ambushed ambushes amendments amnesty amy analyze anchor anchorage andean anderson
        android angel angels animal animals ankle ann anniversary announcements announces announcing
        annually anonymously ansf answering anticipated antidrug anxiety anytime anyway anywhere apologize
        apologized apology appealing appeals appearances appearing applauded application applications
        applied appointment approaches approaching approve ar arab arabia arbitrary arce archbishop
        argentine arias ariz ark armando armored arnulfo arraigned arraignment arranged arrangements array
        arsenal arson art arthur artillery arts arturo asian asks aspect aspects aspirations assassinations
        assassins assaults assertion assess asset assisted assisting associate assuming assure asylum athens
        atlantic attacker attain attendance attendees attitudes attorneys attract attracted aubuisson
        audiences audio augusto aunt austin australia authoritarian authorization authorized authors auto
        automatically avenues avoided avoiding awaiting awful awkward ayacucho aylwin ayutuxtepeque babies
        backer backers backlash backs backseat backyard bag bailout baker balanced ballots bands bankruptcy
        banning bans baptist barbara bare barnes barricaded barricades barrier barriers barring barrios
        barry bars baseball baseman bases bash bastille bathroom battalions battery battled battleground
        battling bbc bearer bearing bears beaten beauty beck bedford begins belief beliefs believing bell
        belong belonged belongs bench bend benefited benjamin bennett bent bernard bernardino bernardo
        bernstein berth beside besides bet betrayed betty bias biden bilateral billy biological bipartisan
        birmingham birthday birther bishop bitter bizarre blacks blasted blasting blew blind bloc blocking
        blog bloodshed bloody blown blows blunt blvd boarded boasted boat bodyguards bold bolivar bolivian
        bomber books boosting boots borne bosses bottles bought boycott boyfriend bradley brady brain
        branches brandon brave brazen brazilian breach breakfast breaks breath breathing brenda brick
        briefed briefing bright brilliant brings britain broadcasts broader broadly broker brownsville
        browser bruce bryan bryant buenos bulletin bunch burden buried burn burst bury buses businessmen
        bust busy butler buttocks cabanas cabinet cables cache calendar cali caller cameras cameron
        campaigned canada canadian canceled cancer cano cap capabilities capability cape capitalist capped
        caps capt captures capturing caracol carbon carefully cares cargo caribbean carl carlton carly
        carmen cartagena cartels cartridges casino casting catches catching categorically category cathedral
        catherine caution cautious celebrate celebrated celebrations celebrities celebrity cells cemetery
        cent centered centre ceremony cerezo cesar chain chairs chairwoman challenged challenger
        championship chancellor chances channels chanted chaotic chapter characterized characters charging
        charity charleston charlie charlotte charter chase chased chavez checking cheered cheering cheers
        chelsea chemical cherry childhood chin chip choices choosing chose christ christians christine
        churches cincinnati circles circuit circulating cite cites citizenship clarified clarify clarity
        clarke clashed classes classic cleaning clearing clicking client clients clinch clinched clinic
        clintons clip clips clock closest clothes clothing clues coal coca coffee collapsed collar colleague
        collect collected collecting collection collective colleges collins cologne colts columbus columnist
        columns combination combing comeback comedian comey comfort comfortable commanded commanding
        commando commandos commands commentator commented commenting commissioner commitments committees
        committing communists comparison compelling compete competing complain complained complaint
        complaints compliance complicated comply components compounds comprehensive compromise compromised
        computer computers comrade comrades conceded concept concert conclude concludes conclusions
        condemnation condemning condemns condolences conducts conferences confessed confidential
        confirmation confirms conflicting confrontations confronted confronting confuse confused confusion
        congressman congressmen connect connecticut connecting connor conscience consecutive consensus
        consequence conservation conservatism consideration considers consistently consolidate consulate
        consult consultant consultation consulted consulting consumer consumers consumption contacts
        containing contender contenders contention contentious contested context continent continental
        continuation continuous continuously contractor contradiction contributing contribution
        contributions contributor contributors controlling conventional conventions conversations
        convictions convince convincing cool cooper cooperate cooperating coordinates coordination
        coordinator coprefa copy cordoba corey corp corporations correspondent corrupt costly councilman
        counsel counseling counselors counted counterinsurgency counteroffensive counterpart counterparts
        counties countryside coup courage courageous courtesy courthouse courtroom cowardly cox crack
        crackdown cracking crashing creates creative credentials credible creek criteria criticize
        criticizing critique crooked crossed crossfire crossing crowded crude crushed cry crying cuban
        cuellar curb currency cuscatancingo cuscatlan customer customs cyber cynical da dad dade dakota
        damages damaging danny darkness das dated dates dating daughters dave dawn daylight dc deadliest
        deadlocked dealers dean dear debated debbie debris decides deciding decisive declarations declare
        declaring decline declining decree decreed dedicated deemed deeper default defeating defendant
        defender defenders deferred deficit define defined definite definition definitive degrees delaware
        delayed deleted deliberate deliberately delivering delivery demobilization democratization
        demographic demographics demonstrations demonstrators denounce denouncing densely denver denying
        departure depend depending depends deploy deployment deport deportation deportations deported
        depression depth descent describes deserted deserves design designated desk desperately destabilize
        destination detachment detainees detaining detected deter determining detonated devastated develop
        developer developments devoted diamond diane diario diaz dick dictator differently difficulties
        difficulty digit digits dignity dinner diplomat diplomats directing directorate directors directs
        dirty disabled disagree disappeared disappointed disaster discharge disclose disclosure discounted
        discourse discover discovery discredit discrimination dismantle dismantled disorder dispatch
        dispatchers displaced displayed disproportionately disputes disrupt disrupted disruption distant
        distraction distribute distributed disturbance disturbed disturbing diverse diversity divide
        dividing divisions dnc doce doctor dodge dogs dominant dominate donated donor doom doubled doubts
        doug douglas downstairs drafted drafting drag dragged drama dramatically draws dream dressed
        drinking drivers drives dropping dry duarte dubai dubbed duck duke duration duties dying dynamic
        eager earn earnest earning earnings earthquake ease echoed economics economists ecuador ecuadoran
        edgar editing editorials edt educational edward edwards efficient egypt egyptian elaborate elder
        elderly electing electric electrical electronic element elementary elena elevated eligible
        eliminated eliminating elites ellacuria emailed emanuel embrace embraced embracing emerge emerging
        emirates emissions emotion emphasis emphasizing empire employed employment ems en enabled encounter
        encountered encourage encourages endangering endorses endorsing enduring enforcing engaging engine
        engineer engineers england enjoyed enjoys enrique ensued ensured enthusiasm enthusiastic
        enthusiastically entitled episode equal equally equipped equity equivalent ernesto escalate
        escalated escalation escalon escobar escorted espectador esquipulas essential establishing estimate
        et ethical ethics ethnic eu euro euros evacuate evade evangelical evansville everyday evident evil
        examining excellent exception exceptions excessive exchanged exchanges excited excitement
        exclusively excuse executed execution exercise existed exists exited expanding expecting expenses
        expensive experiences experiencing expertise explaining explains explanation explicitly exploited
        explorer exports expose expresses expressing expression extend extends extension extraditables
        extradited extraordinary extremist extremists eyewitness facilitate facilitated facilitating
        facilitation facilitators factories factors factory failing fails failures fairly fake fame famed
        famously fan farc fargo farms fascism fashion faster fate fault favorably favored favors feared
        feature featured featuring fed feed feelings felipe felon fenastras fence fernando festival feud
        fiction fidel fighter fights figured files filing filings fill films financed finances financing
        findings finger finishing fiorina fires firmly firms fiscal fish fishing fixed flags flames flat
        flatbush flaw flexibility flights flip flood flores flow flowers focusing fonseca foods forceful
        forcefully forecasts foreigners forensic forever forgotten formed formidable forms formula
        fortunately fortune forum foster foul founders founding frame franchise francis francois frankly
        fraud fred freddy freed freely frequent friendship frontrunner fronts frustrated fueled fuentes
        fulfill fulton function functions fundamental fundamentally fundraiser funny furious furthermore
        fury ga gacha gaining gallery gangs gap garbage garden gardens garner garrison garrisons gasoline
        gate gather gaviria gay gene generate generations generous geneva genocidal genocide gentlemen
        genuine gerardo ghazni gift gingrich glad glenn globe gloria glorious goers gofundme goldman golf
        gomes gonna goods governing governors grab grabbing grace grade gradually graduate graduated
        graduates graduating graduation grandchildren granddaughter grandfather grandmother grandson
        granting grants grass grateful grave greatly greece greed greeted greg gregory grief grigoropoulos
        grocery gross guaranteed guaranteeing guarded guardian guerrero guess guest guests guide guidelines
        gulf gunmen gunned gustavo hack hacked hackers hadn hair halftime halls halted hamilton handal
        handled hanging harassed harassment hardest hardly harris harrison hart harvard harvey hat hatred
        havana hawaii headline healthy hearings heartbreaking hearts heat heated heavyweight hedge heed
        heels height heightened heist hell helps herald hereby heritage hernandez hero heroic heroin hewlett
        hey hid highlight highlighted highlighting highlights highways hiller hills hinder hip hire hiring
        hispanic hispanics historical historically hokkaido hole holes holiday hollande holmes homemade
        hometown homicides honda honestly honored hooded hopefully horrific horror horton hostage hostages
        hostility hosting hosts household hpd https huckabee huffington huffpost hugh huma humans humberto
        hung hunger hunt hunting hurled hurting ian ibf icon iconic idaho identifies identifying ie ieds
        ignacio ignorant ignore ignoring iii illegally illness imagination imf implementation implicated
        imports impose imposing impressed impression impressive imprisoned improvement improvements
        improving impunity inability inauguration inbox incentive inches incites incomes incoming increases
        incredible incredibly incumbent independents index india indian indicating indications indicted
        indictment indignation indirect indiscriminately industries inequality inevitable infamous infected
        inflation influenced inform initiatives injustice inmate inn inner inquiry insane insider insisting
        insists inspector inspire inspiring instagram install installations installed instances instantly
        institutional instructed instructions instrument insufficient insults insurgency integration
        integrity intellectual intellectuals intelligent intend intends intensified intensity intensive
        intentions inter intercepted interference interim intermediate interpreted interrupted interstate
        intervene interviewing intimidate intimidation introduce invalid invest invested investments
        investor investors invoked involve involves iphone iranian iron irrational irresponsible isaac isil
        islam islands isolate isolation israeli issuing italian italy item items jacksonville jacob jailed
        jake jane jaramillo javascript javier jay jean jefferson jeffrey jeremy jerusalem jesse jessica
        jesus jet jewish jimmy jinping joaquin johnny joining joins jointly joke jokes jong jordan joshua
        journalism joy judiciary julio jump jumping junior jupiter jurors justification justified justify
        juveniles karen katie keeps ken kennedy kenneth kerry khan kick kicked kidnappers kidnappings
        killers kilograms kilometers kim kinds kingdom kitchen klitschko knife knock knocking kraft kristen
        ksla kunar kunduz kyle lab labeled lacking lacks laden ladies landscape laser lasting lately latinos
        latter laugh laughed launcher launchers launches laundering laura lawn lawrence lawsuits le leak
        leaked legally legend legendary legislator legislators legislature legs length leninist leon lesson
        lessons lethal letting leverage lewandowski liberties library libya lied lifetime lift lifted
        lifting lights liked likes likewise limitations limiting limits lincoln lindsay lindsey linking lisa
        listened listening listing lists lit literally loan loans lobby locate lock lockdown lodged logar
        logistics lohan lone longest looming loop loose loretta loses lots louis louisville loving lowest
        loyal loyalty luck lucky lucrative lunch luther luxury lynch machinegun machinegunned machineguns
        mad madrid mafias magazines magic magistrate magistrates magnitude maid maine mainland maintaining
        maintains maintenance majorities maker makers malicious mall malley manafort manage managers
        managing manchester mandate mandatory maneuver manning manslaughter manufacturing maoist map marc
        marched marcos marcus margins marine marketing marking marks marquez marxist mary masked masks
        masses master mat matched matchup materiel math matthew mauricio max mayors mcconnell mcdonald
        meaningful meantime measured measuring mechanism mechanisms meddling mediation medicine medics
        mediterranean medium meets megyn membership memo mentally mercedes mercenaries mercy mere meredith
        merely merino merkel mess metal meters methods mexicans michelle microsoft midst migrants migration
        militarily miller mills milwaukee mine mines minimal minimize mining minnesota minorities minors
        minus mirror misconduct misdemeanor misogynist missions mississippi mistaken mistakes mitch mitchell
        mix mixed mo mob mocked mocking mode models moderates moderator modest moines monetary monica
        monitor monitoring monsignor montgomery monthly mood moore morales morazan mortar mortars mothers
        motion motivated motives motorcycle mountain mountains mounting mourning mouth movies multi
        multinational municipalities murdering murderous murphy murray musa mutual mystery na naacp namely
        naming nancy nangarhar napoleon narrative narrowly nasa nashville nasty nationals nato naturally
        navarro navy nba ne negotiate nelson nephew nervous neurosurgeon neutral nev newport newsletter
        newsletters newsmen newspapers newt newton nfl nichols nick nickname nights ninth nobel nominate
        nominated nominees nonetheless nonprofit noriega normally norms northeastern nose notable notion
        notorious nowhere nw nypd oak oakland obamacare objectives objects obligation obligations observe
        observer obstacle obstacles obtaining occasion occasional occasionally occupation occurring ochoa
        odds offender offshore oklahoma oldest oligarchy omar op opens operate operated operates operative
        operatives operator operators opinions opposes opposing opposite opted optimism optimistic oqueli
        orbit ordinary ore oregon organize organizers organizing origin ortiz ought outage outbreak outlets
        outlined outrage outraged outrageous outreach outright outsider outsiders outspoken oval overhaul
        overseeing oversight overturn overturned overwhelmingly owe ownership oxygen pa pace pack package
        packed pacs pact painful paint painting paktika paktiya palestinian palestinians palin palm palmer
        panic pants parade paralyzed pardo parent parenthood parish parker parkway parliamentary parole
        partial participants partisan partly partnership passion passionate pat patient patients patricio
        patriot patrolling patrols patron pattern pause payments pays payton pd pdc peak peasant pedro
        penalty pence peninsula pentagon peoples perceived perception perfectly perform performances
        performing perimeter permit permits perpetrators perry persecution persian persistent personality
        perspective persuade persuaded peruana pesos peterson petrol petroleum peyton phase phil philip
        phillips philosophy phoenix phones photograph photographed photographer photographs phrase
        physically pickup pictured pie pierre pilot pin pinochet pipeline pit pitch pittsburgh pivot pivotal
        pizarro placing plagued plain planet planted plants plate platforms playoff playoffs plea pleaded
        pleased pledge plenty plot pocket pockets podcast poised polar pole policeman polled pool pop pope
        porch portion portland portrayed ports pose poses positioned possibilities posting potent poured
        powell practically praise pray prayer praying precedent precinct precisely precision predict
        preference preferred pregnant premises prensa preparation presents preserve pressed pressing
        presumably presumed prevail prevailed prevailing prevented preventing prevention pride priebus
        prince principal principle print privacy prize probation probe procedure proceed proceedings
        processes proclaimed producer producers producing product professionalism professionals profits
        profound progressives prohibited projected projectile promenade promoted promotion prompt prompting
        proper properties propose proposing prosecuted prosecution prospect prospects prosperity protective
        protester protesting protocol proven proves providers provinces provincial proving provision
        provisions provocation provocations provocative psychological publication puerto pulling punch
        punish punished punishment purchased purge purple purposes pursued pursuing pursuit putin pyongyang
        qal qeshm quadruple quake qualified quantity quarterback quarters quietly quintero quit quote quotes
        racially racism raid raided raids railed rain raises rallied rallying ramirez rammed ramon ramos
        rampage rampant ramped rand random randomly rang ranging rank ranked rapid rapists rarely rating
        ratings raul raw ray reaches react reactions readers reads realclearpolitics realistic realize
        realized rear reasonable rebellion rebounds recalling receiver receives reception recession
        recognizes recommend recommendation recommended reconciliation reconsider reduced reducing reduction
        reelection refer referee referendum reflect reflected reflecting reflects refrain refuse refuses
        refusing regain regarded registration regrets regrettable regretted regulation regulatory rehab
        reince reinforced reiterate rejecting rejection relate relationships releases reliable relied
        reluctant rely remark remarkable remembered remind reminded reminder render renewed reno reopened
        repair repelled replacement reply repressive repudiate requirement requirements requiring rescued
        researchers resentment reserves residences resign resignation resigned resisted resolved respective
        respectively respects respondents responders responds responses responsibilities restored restraint
        restrict restricted restricting restrictions resumed resumption retail retain retaliation retirement
        returns reuter rev reveals revelations revenge revenue reverse reversed reviewed reviewing revised
        revolt rican ricardo rice richmond rid riddled ride ridge ridiculous riding rigged rightist ring rio
        rioting riots ripped ripping risen rises rnc rob robbed robberies robbers robinson robot rocks
        rodham rodrigo roger rojas roles rolled rolling roman ron rookie roosevelt root rosa ross routes
        routine routinely row roy rush rushing russell russians rust sabari sachs sacrifice saddened safely
        saints sake salazar sale sanchez sancho sanctuary sandinists sandino sandoval sandy santander santo
        santos satellite satellites satisfied saudi savage saved saving savings sc scandals scare scary
        scattered scenario schultz schumer scientific scientist scope screening script seal searches seasons
        seated seattle secondary secretly securing sedan seed seeming seemingly segment seize selected
        selection semi sends sens senseless sentences sentencing sentiment sentinel seoul separated sequel
        serial seriousness servants sessions seth sets settle settled settlement severely sexually shadow
        shafik shake shaken shaking shall shame shameful shape sharing sharply shattered shed sheet shelter
        shield shifted shifting ship shipment shipments ships shirt shocking shooters shootout shopping
        shops shore shotgun shouted shouting shreveport shy siblings sick sidewalk sight signal signals
        signature significance significantly signing silence silent silicon similarly simon simultaneously
        sinai sincere singer sisters sits sizable skeptical skepticism skip slammed slated slaughter slaying
        sleep sleeping slipped slogan smartphone smashed smashing smile smiling smoking smuggling soccer
        soft soil sole solely solved solving sometime song sooner sophisticated sorts soul sounds
        southeastern southwestern sovereign sox spaniards spare spate speakers species specifics spectacular
        speculation spiked spin sponsor sponsored sport spotlight spots sprayed spraying spreading spree
        springfield springs spur stabbed stabilized stadium staffer staffers staged stages stakes stark
        statewide stationed statistics steadily steady steel steep stem stemming stephen stepping steven
        stevens stewart stick stir stocks stomach stone stones stoppage stops storage stored storm strain
        strange strategies strategists stray streak stream strengthening stress strictly string strip
        stroger strongest structure structures struggles stuart stuck studied studies studio studying stump
        stunning stupid su sub subjected submit submitted subscribe subscribing substance substantive subtle
        suburb suburban subversion subversives succeed succeeded successes successor succumbed sudden sue
        sued suffer sufficient suggestion suggestions suit sullivan sum summary superintendent supermarket
        supplied supply supplying supportive supposedly surely surged surprising surprisingly surrender
        surrendered surrogate surrogates surveyed surveys survival surviving survivors susan suspicion suv
        swat sway sweeping sweet swept switch sworn symbol sympathy syrian tables tackle tactic tactical
        takeover tall tampa tandona tank tanks tap taped tara tariffs taste taught taylor tea teacher
        teaching tear technician techniques technologies tehran teixeira tela telecom telecommunications
        televised temperament temple tend tends tenn tense tenure termed terminal territorial territories
        terry tested testified testify testing tex thanked thankful theater theme theory thereby thieves
        thigh thin thirds thirty thompson thorough thoroughly thousand threshold throat throws tide timing
        timothy tiny tired titled titles todd toddler tokyo tolerance toll ton tons tool tools topics torn
        torture tortured touchdown touchdowns touched tougher tourist tourists tournament tower towers
        township tracked tracking tracks traded tradition traditionally trailer trailing trails trans
        transactions transcripts transgender transition transmission transport transporting trapped trash
        trauma treating tree tremendous trend trends trials tribune tribute triggered trillion trio triumph
        troubled truce trucks tuition tune tupac turkey turmoil tweeting tweets twenty twilight twin tying
        tyler typical ukrainian ultimate ultra unacceptable unanimous unanimously unarmed unauthorized
        unaware uncertain uncertainty uncle uncovered undecided undergoing underground undermine undermined
        understands understood underway underwent undeserved undisclosed undoubtedly unemployment unexpected
        unfair unfolded unfortunate unhappy unharmed uniform unify unifying unilateral uninjured unite
        universal universe universities univision unlawful unlike unofficial unpopular unrelated unrest
        unsuccessful unsure unveiled upi uprising ups upstairs urgency urges useful useless user ussr utah
        vacant vacation valencia valid valle valuable valued variety varying vasquez vastly venezuelan
        venture verbal verify versions versus veterans vetted viable vicente vicinity vicious victor
        victoria vietnam viewers viewing vigil villalobos vincent vinicio violate violating viral virgin
        virtual virus visas visible visibly vision visitors vital vladimir vocal voiced voices volatile
        volcano volume volunteer volunteers vs vulnerability vying waged waging waitrose wales walks wallace
        walter wanting ward wardak warehouse warm warming warn warnings warrants wars wary wash wasilla
        wasserman waste watches watergate waters waved waves wbo weaken weakened weakness wear weaver
        websites weekly weighed weight welcomed welfare wells weren wet wheelchair whenever whereabouts
        wherever whites wichita wider widow wildlife wilson wind winds winners winston winter wire wis
        wished wishes withdraw withdrawal withdrawn withdrew withheld wladimir wmc woke wolf wondered
        wonderful wondering woods woodward wore worldwide worries worrying wreck wright writer writers
        writes wrongdoing wtvm wyoming xenophobe xi yahoo yankees ye yelled yellow yield youngest yourself
        youtube yskl yvonne zabul zacamil zacatecoluca zamora zones zurana
    """,
}
"""Words by the share of reports that have them: 0 is more than half, 1 more than a quarter, and so on."""

RAREST = 9.0  # halvings of a word that is in no band: about one text in five hundred

_RARITY = {word: band + 0.5 for band, words in _BANDS.items() for word in words.split()}


def rarity(word: str) -> float:
    """Return how rare a folded word is: 0.5 in every report, RAREST in none that were counted."""
    return _RARITY.get(word, RAREST)
