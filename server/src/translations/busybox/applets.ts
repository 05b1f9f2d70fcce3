import { type Applet, applet } from "./applet";

const ownerOptions =
  "c,+changes f,+silent,+quiet v,+verbose +dereference h,+no-dereference ~no-preserve-root ~preserve-root !reference= R,+recursive H L P";
// A malformed line of a list is an error to busybox always, as `--strict` asks for.
const checksumOptions = "b,binary c,check !tag t,text !z,zero !ignore-missing ~quiet s,status ~strict w,warn";
const contextOptions = "~Z ~context[=]";

/**
 * The options of the GNU programs in Debian's images, and how busybox takes them. Read from busybox 1.36.1 of Alpine 3.20 and
 * from the help texts of Debian 12; the tests ask a real busybox for each.
 */
export const applets: readonly Applet[] = [
  applet("base64", "coreutils", "d,decode i,ignore-garbage w,wrap="),
  applet("basename", "coreutils", "a,multiple s,suffix= !z,zero"),
  applet("dirname", "coreutils", "!z,zero"),
  applet(
    "cat",
    "coreutils",
    "A,show-all b,number-nonblank e !E,show-ends n,number !s,squeeze-blank t !T,show-tabs u v,show-nonprinting",
  ),
  applet("chgrp", "coreutils", ownerOptions),
  applet("chown", "coreutils", `${ownerOptions} !from=`),
  applet(
    "chmod",
    "coreutils",
    "c,changes f,silent,quiet v,verbose ~no-preserve-root ~preserve-root !reference= R,recursive",
  ),
  applet("cmp", "diffutils", "!b,print-bytes !i,ignore-initial= l,+verbose n,+bytes= s,+quiet,+silent !v,version"),
  applet("comm", "coreutils", "1 2 3 ~check-order ~nocheck-order !output-delimiter= !total !z,zero-terminated"),
  applet(
    "cp",
    "coreutils",
    `a,+archive !attributes-only !backup[=] !b ~copy-contents d f,+force i,+interactive H l,+link L,+dereference
     n,+no-clobber P,+no-dereference p !preserve[=] !no-preserve= +parents R,r,+recursive +reflink[=] +remove-destination
     ~sparse= !strip-trailing-slashes s,+symbolic-link !S,suffix= t,+target-directory= T,+no-target-directory u,+update
     v,+verbose !x,one-file-system ${contextOptions}`,
  ),
  applet(
    "cut",
    "coreutils",
    "b,bytes= c,characters= d,delimiter= f,fields= n !complement s,only-delimited !output-delimiter= !z,zero-terminated",
  ),
  applet(
    "date",
    "coreutils",
    "d,+date= ~debug !f,file= I,iso-8601[=] !resolution R,rfc-email !rfc-3339= r,+reference= s,+set= u,+utc,universal",
  ),
  applet(
    "df",
    "coreutils",
    `a,all B,block-size= h,human-readable H,si i,inodes k !l,local ~no-sync !output[=] P,portability !sync !total t,type=
     T,print-type !x,exclude-type= ~v`,
  ),
  applet(
    "diff",
    "diffutils",
    `~normal q,+brief s,+report-identical-files !c !C= !context[=] u U= +unified[=] !e,ed !n,rcs !y,side-by-side !W,width=
     !left-column !suppress-common-lines p,+show-c-function !F,show-function-line= L,+label= t,+expand-tabs T,+initial-tab
     !tabsize= !suppress-blank-empty !l,paginate r,+recursive +no-dereference N,+new-file !unidirectional-new-file
     !ignore-file-name-case ~no-ignore-file-name-case !x,exclude= !X,exclude-from= S,+starting-file= !from-file= !to-file=
     i,+ignore-case E,+ignore-tab-expansion !Z,ignore-trailing-space b,+ignore-space-change w,+ignore-all-space
     B,+ignore-blank-lines !I,ignore-matching-lines= a,+text !strip-trailing-cr !D,ifdef= !line-format= !old-line-format=
     !new-line-format= !unchanged-line-format= !old-group-format= !new-group-format= !changed-group-format=
     !unchanged-group-format= d,+minimal ~horizon-lines= ~speed-large-files ~color[=] ~palette= !v,version`,
  ),
  applet(
    "du",
    "coreutils",
    `!0,null a,all !apparent-size !B,block-size= b,bytes c,total !D,dereference-args d,max-depth= !files0-from= H
     h,human-readable !inodes k L,dereference l,count-links m ~P,no-dereference !S,separate-dirs !si s,summarize
     !t,threshold= !time[=] !time-style= !X,exclude-from= !exclude= x,one-file-system`,
  ),
  applet(
    "env",
    "coreutils",
    `i,+ignore-environment 0,+null u,+unset= !C,chdir= !S,split-string= !block-signal[=] !default-signal[=] !ignore-signal[=]
     !list-signal-handling ~v,debug`,
    true,
  ),
  applet("expand", "coreutils", "i,+initial t,+tabs="),
  applet("fold", "coreutils", "b,bytes s,spaces w,width="),
  applet(
    "grep egrep fgrep",
    "grep",
    `E,extended-regexp F,fixed-strings ~G,basic-regexp !P,perl-regexp e,regexp= f,file= i,ignore-case !y ~no-ignore-case
     w,word-regexp x,line-regexp !z,null-data s,no-messages v,invert-match !V,version m,max-count= !b,byte-offset
     n,line-number ~line-buffered H,with-filename h,no-filename !label= o,only-matching q,quiet,silent !binary-files= a,text
     I !d,directories= !D,devices= r,recursive R,dereference-recursive !include= !exclude= !exclude-from= !exclude-dir=
     L,files-without-match l,files-with-matches c,count !T,initial-tab !Z,null B,before-context= A,after-context=
     C,context= !group-separator= !no-group-separator +color[=] ~colour[=] ~U,binary`,
  ),
  applet(
    "gunzip",
    "gzip",
    `c,+stdout,+to-stdout d,decompress,uncompress f,+force k,keep !l,list n,+no-name !N,name q,quiet !r,recursive !S,suffix=
     ~synchronous t,+test v,verbose !V,version`,
  ),
  applet(
    "gzip",
    "gzip",
    `c,+stdout,+to-stdout d,decompress,uncompress f,+force k,keep !l,list !L,license n,+no-name !N,name q,+quiet !r,recursive
     !rsyncable !S,suffix= ~synchronous t,+test v,+verbose !V,version 1,+fast 2 3 4 5 6 7 8 9,+best`,
  ),
  applet("zcat", "gzip", "f,+force !l,list q,quiet !r,recursive !S,suffix= ~synchronous t,+test v,verbose"),
  applet("head", "coreutils", "c,bytes= n,lines= q,quiet,silent v,verbose !z,zero-terminated"),
  applet("id", "coreutils", "~a !Z,context g,group G,groups n,name r,real u,user !z,zero"),
  applet(
    "install",
    "coreutils",
    `!backup[=] b c ~C,compare d,+directory D g,+group= m,+mode= o,+owner= p,+preserve-timestamps s,+strip !strip-program=
     !S,suffix= t,+target-directory= !T,no-target-directory v,+verbose ~preserve-context ${contextOptions}`,
  ),
  applet(
    "ln",
    "coreutils",
    `!backup[=] b !d,F,directory f,force !i,interactive !L,logical n,no-dereference !P,physical !r,relative s,symbolic
     S,suffix= !t,target-directory= T,no-target-directory v,verbose`,
  ),
  applet(
    "ls",
    "coreutils",
    `a,all A,almost-all !author !b,escape !block-size= !B,ignore-backups c C +color[=] d,directory !D,dired !f F,classify[=]
     !file-type !format= +full-time g +group-directories-first !G,no-group h,human-readable !si H,dereference-command-line
     !dereference-command-line-symlink-to-dir !hide= ~hyperlink[=] !indicator-style= i,inode !I,ignore= k,kibibytes l
     L,dereference !m n,numeric-uid-gid ~N,literal !o p !q,hide-control-chars ~show-control-chars Q,quote-name
     !quoting-style= r,reverse R,recursive s,size S !sort= !time= !time-style= t T,tabsize= u !U v w,width= x X !Z,context
     !zero 1`,
  ),
  applet("md5sum sha1sum sha256sum sha512sum", "coreutils", checksumOptions),
  applet("mkdir", "coreutils", `m,+mode= p,+parents v,+verbose ${contextOptions}`),
  applet("mktemp", "coreutils", "d,+directory u,+dry-run q,+quiet !suffix= p= +tmpdir[=] t"),
  applet(
    "mv",
    "coreutils",
    `!backup[=] !b f,+force i,+interactive n,+no-clobber !strip-trailing-slashes !S,suffix= t,+target-directory=
     T,+no-target-directory !u,update v,+verbose ~Z,context`,
  ),
  applet("nproc", "coreutils", "+all +ignore="),
  applet("paste", "coreutils", "d,delimiters= s,serial !z,zero-terminated"),
  applet(
    "readlink",
    "coreutils",
    "f,canonicalize !e,canonicalize-existing !m,canonicalize-missing n,no-newline q,quiet s,silent v,verbose !z,zero",
  ),
  // busybox's own has no options: it takes them for names of files.
  applet(
    "realpath",
    "coreutils",
    "!e,canonicalize-existing !m,canonicalize-missing !L,logical ~P,physical ~q,quiet !relative-to= !relative-base= !s,strip,no-symlinks !z,zero",
  ),
  applet(
    "rm",
    "coreutils",
    "f,force i !I !interactive[=] !one-file-system ~no-preserve-root ~preserve-root[=] r,R,recursive !d,dir v,verbose",
  ),
  applet("rmdir", "coreutils", "+ignore-fail-on-non-empty p,+parents v,+verbose"),
  applet(
    "sed",
    "sed",
    `n,+quiet,+silent !debug e,+expression= f,+file= !follow-symlinks i[=] +in-place[=] !l,line-length= !posix
     E,r,+regexp-extended !s,separate ~sandbox ~u,unbuffered !z,null-data,zero-terminated +version`,
  ),
  applet("seq", "coreutils", "!f,format= s,separator= w,equal-width"),
  applet(
    "shuf",
    "coreutils",
    "e,echo i,input-range= n,head-count= o,output= !random-source= !r,repeat z,zero-terminated",
  ),
  applet(
    "sort",
    "coreutils",
    `b,ignore-leading-blanks d,dictionary-order f,ignore-case g,general-numeric-sort i,ignore-nonprinting M,month-sort
     h,human-numeric-sort n,numeric-sort !R,random-sort !random-source= r,reverse !sort= V,version-sort ~batch-size= c
     !check[=] !C ~compress-program= !debug !files0-from= k,key= m,merge o,output= s,stable S,buffer-size=
     t,field-separator= T,temporary-directory= ~parallel= u,unique z,zero-terminated`,
  ),
  applet(
    "split",
    "coreutils",
    `a,suffix-length= !additional-suffix= b,bytes= !C,line-bytes= !d !numeric-suffixes[=] !x !hex-suffixes[=]
     !e,elide-empty-files !filter= l,lines= !n,number= !t,separator= !u,unbuffered !verbose`,
  ),
  applet("stat", "coreutils", "L,dereference f,file-system ~cached= c,format= !printf= t,terse"),
  applet(
    "su",
    "util-linux-login",
    "c,command= !session-command= !f,fast !g,group= !G,supp-group= l,login m,p,preserve-environment !P,pty s,shell= !w,whitelist-environment=",
  ),
  applet("tac", "coreutils", "!b,before !r,regex !s,separator="),
  applet(
    "tail",
    "coreutils",
    `c,bytes= f !follow[=] F n,lines= ~max-unchanged-stats= !pid= q,quiet,silent !retry s,sleep-interval= v,verbose
     !z,zero-terminated`,
  ),
  applet(
    "tar",
    "tar",
    `!A,catenate,concatenate c,+create !delete !d,diff,compare !r,append !test-label t,+list !u,update x,+extract,get
     ~check-device ~no-check-device !g,listed-incremental= !G,incremental !hole-detection= !ignore-failed-read !level=
     ~no-seek ~n,seek !occurrence[=] ~sparse-version= ~S,sparse !add-file= C,+directory= +exclude= !exclude-backups
     !exclude-caches !exclude-caches-all !exclude-caches-under !exclude-ignore= !exclude-ignore-recursive= !exclude-tag=
     !exclude-tag-all= !exclude-tag-under= !exclude-vcs !exclude-vcs-ignores ~no-null +no-recursion ~no-unquote
     ~no-verbatim-files-from !null !verbatim-files-from ~recursion T,+files-from= ~unquote X,+exclude-from= !anchored
     !ignore-case !no-anchored !no-ignore-case !no-wildcards !no-wildcards-match-slash !wildcards !wildcards-match-slash
     !keep-directory-symlink !keep-newer-files k,keep-old-files !no-overwrite-dir !one-top-level[=] +overwrite
     !overwrite-dir !recursive-unlink !remove-files !skip-old-files !U,unlink-first !W,verify !ignore-command-error
     ~no-ignore-command-error O,+to-stdout !to-command= !atime-preserve[=] !clamp-mtime ~delay-directory-restore !group=
     !group-map= !mode= !mtime= m,+touch ~no-delay-directory-restore +no-same-owner +no-same-permissions +numeric-owner
     !owner= !owner-map= p,+same-permissions,preserve-permissions !same-owner !sort= !s,preserve-order,same-order !acls
     ~no-acls ~no-selinux ~no-xattrs !selinux !xattrs !xattrs-exclude= !xattrs-include= ~force-local f,+file=
     !F,info-script,new-volume-script= !L,tape-length= !M,multi-volume !rmt-command= !rsh-command= !volno-file=
     !b,blocking-factor= ~B,read-full-records !i,ignore-zeros !record-size= !H,format= !old-archive,portability
     !pax-option= !posix !V,label= a,+auto-compress !I,use-compress-program= j,+bzip2 J,+xz !lzip +lzma !lzop
     ~no-auto-compress !zstd z,+gzip,gunzip,ungzip Z,+compress,uncompress !backup[=] !hard-dereference h,+dereference
     !K,starting-file= !newer-mtime= !N,newer,after-date= !one-file-system !P,absolute-names !suffix= +strip-components=
     !transform,xform= ~checkpoint[=] !checkpoint-action= ~full-time !index-file= !l,check-links !no-quote-chars=
     !quote-chars= ~quoting-style= !R,block-number !show-defaults !show-omitted-dirs !show-transformed-names,show-stored-names
     ~totals[=] ~utc v,+verbose ~warning= !w,interactive,confirmation o +version`,
  ),
  applet("tee", "coreutils", "a,append i,ignore-interrupts ~p ~output-error[=]"),
  applet("timeout", "coreutils", "~preserve-status ~foreground k,kill-after= s,signal= ~v,verbose", true),
  applet("touch", "coreutils", "a c,+no-create d,+date= f h,+no-dereference m r,+reference= t= !time="),
  applet("tr", "coreutils", "c,C,complement d,delete s,squeeze-repeats !t,truncate-set1"),
  applet("truncate", "coreutils", "c,no-create !o,io-blocks !r,reference= s,size="),
  applet(
    "uniq",
    "coreutils",
    `c,count d,repeated !D !all-repeated[=] f,skip-fields= !group[=] i,ignore-case s,skip-chars= u,unique z,zero-terminated
     w,check-chars=`,
  ),
  applet("wc", "coreutils", "c,bytes m,chars l,lines !files0-from= L,max-line-length w,words"),
  // A prefix with a second letter: `-nv`, `-nc`, `-nd`.
  applet(
    "wget",
    "wget",
    `q,+quiet ~v,verbose !d,debug o,+output-file= !a,append-output= !i,input-file= !F,force-html !B,base= !e,execute= t,+tries=
     !retry-connrefused !retry-on-http-error= O,+output-document= n= +no-verbose +no-clobber !no-netrc c,+continue !start-pos=
     ~progress= ~show-progress !N,timestamping ~no-if-modified-since ~no-use-server-timestamps S,+server-response +spider
     T,+timeout= !dns-timeout= !connect-timeout= !read-timeout= !w,wait= !waitretry= !random-wait !no-proxy !Q,quota=
     !bind-address= !limit-rate= ~no-dns-cache !restrict-file-names= !ignore-case !4,inet4-only !6,inet6-only !prefer-family=
     !user= !password= !ask-password !use-askpass= ~no-iri !local-encoding= !remote-encoding= !unlink !xattr
     ~no-directories !x,force-directories +no-host-directories !protocol-directories P,+directory-prefix= !cut-dirs=
     !http-user= !http-password= +no-cache !default-page= !E,adjust-extension !ignore-length +header= !compression=
     !max-redirect= !proxy-user= !proxy-password= !referer= !save-headers U,+user-agent= ~no-http-keep-alive ~no-cookies
     !load-cookies= !save-cookies= !keep-session-cookies +post-data= +post-file= !method= !body-data= !body-file=
     !content-disposition !content-on-error !auth-no-challenge !secure-protocol= !https-only +no-check-certificate
     !certificate= !certificate-type= !private-key= !private-key-type= !ca-certificate= !ca-directory= !crl-file=
     !pinnedpubkey= !ciphers= ~no-hsts !hsts-file= !ftp-user= !ftp-password= !no-remove-listing !no-glob !no-passive-ftp
     !preserve-permissions !retr-symlinks !r,recursive !l,level= !delete-after !k,convert-links !backups[=]
     !K,backup-converted !m,mirror !p,page-requisites !strict-comments !A,accept= !R,reject= !accept-regex= !reject-regex=
     !regex-type= !D,domains= !exclude-domains= !follow-ftp !follow-tags= !ignore-tags= !H,span-hosts !L,relative
     !I,include-directories= !X,exclude-directories= +no-parent !trust-server-names !b,background !V,version`,
  ),
  applet(
    "xargs",
    "findutils",
    `0,null a,arg-file= !d,delimiter= E= e,eof[=] I= i,replace[=] !L,max-lines= !l[=] n,max-args= o,open-tty
     P,max-procs= p,interactive ~process-slot-var= r,+no-run-if-empty s,max-chars= ~show-limits t,verbose x,exit`,
    true,
  ),
];

const byProgram = new Map(applets.flatMap((one) => one.programs.map((program) => [program, one] as const)));

export function appletNamed(program: string): Applet | undefined {
  return byProgram.get(program);
}
