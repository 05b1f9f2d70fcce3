   FROM    debian:12    AS    Base   
  rUn   echo hi   
	copy	a	b
WorkDir /x
