## Machine-made wording: not yet confirmed by a person.
# Ce i se spune unui program când ceva nu s-a putut face.
failure-title-malformed = Acesta nu este JSON
failure-lead-malformed = Nimic nu s-a salvat și nu s-a trimis.
failure-more-malformed = Corectați conținutul și trimiteți din nou.
failure-title-media-type = Conținutul este de alt tip
failure-lead-media-type = Nimic nu s-a salvat și nu s-a trimis. Conținutul se primește ca application/json.
failure-more-media-type = Trimiteți-l ca application/json.
failure-title-method = Această adresă primește o altă metodă
failure-lead-method = Nimic nu s-a salvat și nu s-a trimis. Antetul Allow numește metodele primite aici.
failure-more-method = Folosiți una dintre ele.
problem-nobody = Cererea nu arată cine o trimite. Trimiteți antetul Authorization: Bearer cu un jeton al acestui nod.
problem-not-found = Nu există sau nu vă este accesibil. Care dintre cele două, nu se spune.
problem-key-reused = Acest Idempotency-Key a mai venit cu alt conținut. Prima trimitere contează. Trimiteți ce este nou sub o altă cheie.
problem-malformed = Citirea s-a oprit la rândul { $line }, coloana { $column }. Nimic nu s-a salvat și nu s-a trimis. Se primește un obiect JSON.
problem-unconfirmed = Răspunsul nu a venit la timp: este posibil să se fi salvat sau nu. Trimiteți din nou același conținut cu același Idempotency-Key; se salvează o singură dată.
