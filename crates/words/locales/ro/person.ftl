## Machine-made wording: not yet confirmed by a person.
person-woman = Femeie
person-man = Bărbat
person-other = Persoană
person-unknown = Persoană
person-child-woman = Fată
person-child-man = Băiat
person-child-other = Copil
person-child-unknown = Copil
person-young-woman = Fată sau tânără
person-young-man = Băiat sau tânăr
person-young-other = Copil sau persoană tânără
person-young-unknown = Copil sau persoană tânără
person-age-unsure = vârstă incertă, procedura pentru copii
person-age-adult = persoană adultă
person-age-child = copil
person-years-told = { $years } (spus la { $day })
person-years =
    { PLURAL($n) ->
        [one] { $n } an
        [few] { $n } ani
       *[other] { $n } de ani
    }
person-band = { $from }–{ PLURAL($to) ->
    [one] { $to } an
    [few] { $to } ani
   *[other] { $to } de ani
}
person-child-with = un copil vine împreună
person-no-language = Limbă necunoscută
interpreter-independent = interpret independent
interpreter-not_independent = interpret, nu se știe dacă este independent
interpreter-needed = are nevoie de interpret
interpreter-not_needed = nu are nevoie de interpret
interpreter-not_asked = interpret: neîntrebat

tongue-ar = arabă
tongue-bg = bulgară
tongue-bn = bengali
tongue-cs = cehă
tongue-de = germană
tongue-en = engleză
tongue-es = spaniolă
tongue-fa = persană, dari
tongue-fr = franceză
tongue-gag = găgăuză
tongue-hi = hindi
tongue-hu = maghiară
tongue-it = italiană
tongue-ka = georgiană
tongue-lt = lituaniană
tongue-ne = nepaleză
tongue-pl = poloneză
tongue-ps = paștună
tongue-pt = portugheză
tongue-ro = română
tongue-rom = romani
tongue-ru = rusă
tongue-sq = albaneză
tongue-sr = sârbă
tongue-th = thailandeză
tongue-tl = tagalog
tongue-tr = turcă
tongue-uk = ucraineană
tongue-ur = urdu
tongue-vi = vietnameză
tongue-zh = chineză

country-af = Afganistan
country-al = Albania
country-am = Armenia
country-az = Azerbaidjan
country-bd = Bangladesh
country-bg = Bulgaria
country-by = Belarus
country-cn = China
country-cz = Cehia
country-de = Germania
country-dk = Danemarca
country-es = Spania
country-fr = Franța
country-gb = Regatul Unit
country-ge = Georgia
country-hu = Ungaria
country-in = India
country-it = Italia
country-kz = Kazahstan
country-lt = Lituania
country-lv = Letonia
country-md = Moldova
country-ng = Nigeria
country-nl = Țările de Jos
country-np = Nepal
country-ph = Filipine
country-pk = Pakistan
country-pl = Polonia
country-pt = Portugalia
country-ro = România
country-rs = Serbia
country-ru = Rusia
country-th = Thailanda
country-tj = Tadjikistan
country-tr = Turcia
country-ua = Ucraina
country-us = Statele Unite
country-uz = Uzbekistan
country-vn = Vietnam
