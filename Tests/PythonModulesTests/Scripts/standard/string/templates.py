from string import Template
print(Template("$who likes ${what}, $$5").substitute(who="tim", what="kung pao"))  # expect: tim likes kung pao, $5
print(Template("$a $b").safe_substitute(a=1))  # expect: 1 $b
