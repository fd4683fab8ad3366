"""First names, written by hand, common knowledge, no copied data set: what tells a person.

`HIS` and `HERS` are borne by men and by women for the most part; `EITHER` by both.
"""

from app.engine.listing import listed

HERS = listed("""
    abigail ada adela adelaide adele adriana agata agatha agnes agnieszka aicha aida aileen aino
    aisha akua alba alejandra aleksandra alena alessandra alexa alexandra alexandria alfreda
    alice alicia alina alison aliyah allison alma althea alva amalia amanda amara amber amelia
    amelie amina amy ana anais ananya anastasia anette angela angelica angelika angelina anika
    anita anja anke ann anna anne anneli annelie anneliese annette annie annika antje antonia
    anya april arabella ariadne arlene arwa asta astrid audrey augusta aurelie aurora ava ayesha
    ayla barbara beata beate beatrice beatriz becca becky bella berenice bernadette bernice
    bertha beryl beth bettina betty beverly bianca birgit birgitta blanca blanche bonnie brenda
    bridget bridie brigid brigitte britta brittany bronwyn caitlin camila camilla candace carina
    carla carlotta carmela carmen carol carola carole carolina caroline carolyn carrie cassandra
    catalina catarina catherina catherine cathy cecilia celeste celia celine charlotte chelsea
    cheryl chiara chioma chloe chloé christa christel christiane christina christine ciara
    claire clara clarissa claudia clementine colleen connie constance consuelo cora cordelia
    corinna cornelia cosima cristina crystal cynthia dagmar dagny daisy dana danica daniela
    danielle danuta daphne daria darlene davina dawn deborah debra deirdre delia delilah
    delphine denise desiree diana diane dilys dimitra dina dolores dominika donna dora doris
    dorota dorothea dorothy edda edie edith edwina effie eileen eilidh ekaterina elaine elara
    eleanor elena eleni elif elin elina elisa elisabeth elise elizabeth elke ella ellen ellie
    elodie elsa elsie elspeth elvira emanuela emilia emilie emily emma emmeline enid erica erika
    erin erna ernestine esme esmeralda estelle esther eugenia eunice eva eveline evelyn evita
    fabiola fanny farah fatima fay faye federica felicia felicity fenna fernanda fiona fleur
    flora florence florentina frances francesca francine francoise franka franziska freda
    frederica freya frida gabriela gabrielle galina gemma genevieve georgina geraldine gerda
    gertrude ghislaine gina giorgia gisela giulia gladys gloria goldie grace greet greta
    gretchen grete gry guadalupe gudrun gunilla gwen gwendolyn hadiza hafsa halina hana hanna
    hannah hanne harriet hattie hazel heather hedda hedwig heidi helen helena helene helga
    henrietta henrike hermione hilary hilda hilde hildegard hillary holly honora huda hydee ida
    ilaria ilona ilse imelda imogen ines inga inge ingeborg ingrid ingvild inka inês iona irena
    irene irina iris irma isabel isabella isabelle isla isolde ivana ivanka iwona jacinta jackie
    jacqueline jadwiga jana jane janelle janet janice janina jasmin jasmine jeanette jeanne
    jelena jemima jenna jennifer jenny jessica jill jo joan joana joanie joanna joanne jocelyn
    jodi johanna jolanda jolene josefina josephine josie jovana joy joyce juanita judit judith
    judy julia juliana julianna julianne julie juliet juliette june justyna jutta kaja kamala
    karen karin karina karla karolina kasia katarina katarzyna kate katherine kathleen kathrin
    kathryn kathy katie katja katrin katya kayla keira kerstin kiera kimberly kinga kirsten
    kirsti kirsty klara kristen kristin kristina krystyna laila lara larissa latoya laura laurie
    lavinia layla lea leah leila lena leonie leonora leticia letizia lidia liesbeth liesel lila
    lilian liliana lilith lillian lily lina linda lindsay lindsey lisa liv livia liz lizzie lois
    lola lorena lori lorna lorraine lotta lotte louisa louise luana lucia lucy ludmila luisa
    luise lujza luz lydia lynn lyudmila mabel maddie madeleine madeline madison mae magda
    magdalena maggie maisie maja malala malgorzata malin mandy manuela mara marcela marcella
    marcia margaret margarita margaux margit margot margrit marguerite maria mariam mariana
    marianne marie mariela marijke marilyn marina marit marjorie marlen marlene marlies marta
    martha martina mary maría matilda maud maude maureen mavis maxine maya mechthild meera megan
    melania melinda melissa mercedes meredith merle meryl mia michaela michele michelle mila
    mildred milena mina minnie mira mireille miriam mirjam moira molly mona monica morag muriel
    myra myriam myrtle nadezhda nadia nadine nadja naima najwa nana nancy naomi natalia natalie
    natalya natascha natasha nell nellie nessa ngozi niamh nicole nicoletta nigella nikki
    nilufar nina noelle noor noora nora norma nuria octavia odette oksana olena olga olivia
    olwen oriana orla ornella ottilie oxana paloma pamela paola patricia patrizia paula pauline
    peggy penelope penny perpetua petra petronella philippa philomena phoebe phyllis pia pilar
    polina portia priscilla priya queenie rachael rachel rafaela raisa ramona rania raquel raya
    rebecca rebekah regina regine renata renate renee rhea rhiannon rhoda rina rita roberta
    roisin romy rosa rosalie rosalind rosamund rosanna rosario rose roselyn rosemary rosie
    rowena roxana roxanne ruta ruth sabina sabine sabrina sadie safiya saga sally salma samantha
    samira sandra sanna saoirse sara sarah saskia savannah selma senna serafina serena shabana
    shannon shanti sharon sheena sheila shira shirley sian sibyl sidonie sienna signe sigrid
    silja silke silvana silvia simona sinead siobhan sissel siv sofia sofie solange solveig
    sonia sonja sophia sophie soraya stacey stacy stefania steffi stella stephanie sue sunita
    susan suzanne suzette svenja svetlana sybil sylvia sylvie tabitha talia tamara tammy tamsin
    tania tanya tara tatiana tatyana tea teresa tess tessa thalia thea thelma theodora theresa
    therese tiffany tilda tilly tina toni tova traudl trine trudy tuula twyla ulla ulrike uma
    una ursula usha uta ute valentina valeria valerie vanda vanessa vanja vera verena veronica
    veronika vesna vicki victoria viktoria vilma viola violeta virginia virginie viveca vivian
    vivienne wanda wanjiku wendy wiebke wilhelmina wilma winifred xenia yara yasmin yasmine
    yelena ylva yolanda yulia yvette yvonne zahra zainab zara zelda zita zoe zofia zoya
    zsuzsanna zuzana
""")
EITHER = listed("""
    alex alexis amal andrea angel ari ariel asa ashley asim blake cameron casey charles charlie
    chris clarence dale dominique drew dylan franklin gabriel grant guy jackson jamie jan jean
    jordan jude jules julian kai kelly kim kiran kirk lee leslie lewis logan lou mackenzie
    marian morgan nicola nikita noel pat patrice per robin sacha sam sasha shawn sidney simone
    taylor terry tony tracy xi
""")
HIS = listed("""
    abdel aaron abdul abdullah abel abraham achim adam adem adil adrian agustin ahmad ahmed ahmet
    akira aksel alan albert alberto albin alec alejandro alejo aleks aleksandr aleksei
    alessandro alexander alexei alf alfie alfonso alfred ali alistair allan allen alois alonso
    alun alvin amadou ambrose amir amit amos anatoly anders andre andreas andrei andrej andres
    andrew andris andy angelo anh anil ansel anson anthony antoine anton antonio antonis archie
    arjun arkady arne arno arnold arsene arthur arturo arvid asher atticus augusto aurel austin
    axel aziz babar barack barry bart bashar basil bastian bela ben benedict benito benjamin
    benji benoit bernard bernie bertrand bill billy bjorn björn bo bob bogdan boris boyd brad
    bradley bram brandon brandt brendan brendon brent brett brian bruce bruno bryan bryce burt
    byron callum calvin camilo carl carlos carsten casper cedric cesar chad chase chen chidi
    christian christoph christopher christos chuck cillian claude claus clay clayton clement
    clifford clint cody colin colm connor conor conrad cormac cornelius cosmo craig curtis cyril
    damian damien dan daniel danilo danny dante dario darius darragh darrell darren darryl daryl
    dave david dean deepak dele denis dennis denzel derek desmond dev diego dieter dimitri
    dimitrios dirk dmitri dmitry dominic dominik don donal donald doug douglas duane duncan
    dustin dwayne dwight eamon earl ed eddie edgar edgars edmond edmund eduardo edvard edward
    edwin efrain egon einar eino eli elias elijah elliot elliott elon emeka emil emilio emir
    emmanuel enda enrique enzo erdem eric erik erland ernest ernesto erwin esteban ethan etienne
    eugene eustace evan evgeny ewan fabian fabio faisal farhan felix ferdinand fergus fernand
    fernando fidel filip finlay finn florian floyd francis francisco francois frank franz
    françois fraser fred frederick friedrich fritz gabor gael gary gaston gavin gavriel gene
    geoffrey georg george georges georgi gerald gerard gerd gerhard gilbert giles giorgio
    giovanni giuseppe glen glenn goran gordon graham greg gregor gregory guido guillermo gunnar
    gunther gustaf gustav gustavo hakan hamid hamish hamza hank hans harald harold harry haruki
    harun harvey hassan hector heinrich heinz helge helmut henri henrik henrique henry herbert
    hermann hideo hiroshi holger horst howard hubert hugh hugo humphrey hussain hussein håkon
    iago iain ian ibrahim ignacio igor ilya imran ingmar ioannis isaac isaiah ismail istvan ivan
    ivar ivo jaap jacek jack jacob jacques jaime jake jakob jakub jamal james janek jannis jared
    jarek jaroslav jason javier jay jd jeff jeffrey jens jeremy jerome jerry jerzy jesse jesus
    jesús jim jimmy jiri jiro joachim joaquin jochem jochen joe joel johan johannes john johnny
    jokim jon jonah jonas jonathan jorg jorge jose josef joseph joshua josip josé jovan jozef
    juan juhani jukka julio jurgen justin jörg jürgen kacper kamal karel karim karl karsten
    kaspar kay kazuo keir keiran keith kemal ken kenji kenneth kevin khaled khalid kian kieran
    klaas klaus knut kofi konrad konstantin kostas krzysztof kurt kwame kyle lachlan ladislav
    lajos lamine lance larry lars laszlo lauren laurence laurent lawrence lazar leif leo leon
    leonard leonardo leonid leopold leroy lev levi liam linus lloyd lorenz lorenzo lothar louis
    luc luca lucas luciano ludvig ludwig luigi luis lukas luke lászló maarten maciej magnus
    mahmoud maksim malcolm malik malte manfred manish manoj manuel marc marcel marcelo marcin
    marco marcos marcus marek mario marion marius mark marko markus marten martin martino marvin
    massimo mathew mathias mathieu mats matt matteo matthew matthias matthieu matti maurice
    maurizio mauro max maxim maxime maximilian mehdi mehmet melanie michael michal michel mick
    miguel mihai mikael mike mikhail mikkel mikko milan milo milos mirek mirko miro mitch
    mitchell mohamad mohamed mohammad mohammed mohan mohsen moritz morten moses muhammad mukesh
    murat musa mustafa márton nabil narendra nasser nathan nathaniel nawaz neil nelson neville
    niall nicholas nick nicolai nicolas niels nigel niklas nikolai nikos nils nizar noah norbert
    norman obi olaf olav ole oleg oleksandr oliver olivier omar omari ondrej orlando osama oscar
    oskar osman otis ottavio otto owen pablo paolo pascal patrick patryk paul paulo pavel pavlo
    pedro pekka percy petar pete peter petr petros phil philip philipp philippe phillip pierre
    piet pieter pietro piotr pius pranav quentin quincy radek radovan rafael rahul raimund
    rainer raj ralf ralph ramesh rami ramon randall randy rashid rasmus raul ravi ray raymond
    reginald rehan reiner reinhard remy rene reuben rex rhys ricard ricardo richard richie rick
    ricky rob robbie robert roberto rodney rodolfo rodrigo roger rohan rohit roland rolf romain
    roman romeo ron ronald rory ross roy ruairi ruben rudi rudolf rudolph rudy rufus rui rupert
    russell ryan sakari salim salman salvador samir samson samuel sander sandro sanjay sanjeev
    santiago satoshi saul scott sean sebastian selim serge sergei sergey sergio sergiy seth
    seymour shahid shane shaun siddharth sigmund silas silvio simeon simon sinan slavko slobodan
    sorin stan stanley stavros stefan stefano stephane stephen steve steven stig stuart sunil
    suresh sven szymon søren tadeusz taj takashi tamas tancred tapio taras tarek tariq ted teddy
    teemu terence terrence thabo thaddeus theo theodore thierry thies thijs thomas thor thorsten
    tiago tibor tim timothy tino tobias todd todor toivo tom tomas tomasz tomislav tommaso tommy
    torben tore torsten travis trent trevor tristan tristram troy tuomas tyler tyrone udo ulf
    ulrich umar umberto uwe vaclav valentin valentino valery vasco vasily vernon vicente victor
    viggo vijay vikram viktor ville vincent vincenzo vitaly vito vlad vladimir vladislav vojtech
    volker volodymyr wade waldemar waleed walter warren warwick wayne werner wesley wilfred
    wilhelm will william willie wim winfried winston wojciech wolfgang xavier yannick yannis
    yasin yasir yiannis yoav yosef youssef yuri yusuf yves zachary zack zahid zane zbigniew
    zdenek zeev zeki zoltan zoran zsolt øyvind
""")
FIRST_NAMES = HIS | HERS | EITHER
