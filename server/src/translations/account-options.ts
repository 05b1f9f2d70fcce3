import { OptionTable } from "./options";

/** shadow's programs. */
export const useraddOptions = new OptionTable(
  "b,base-dir= c,comment= d,home-dir,home= D,defaults e,expiredate= f,inactive= g,gid= G,groups= k,skel= K,key= l,no-log-init m,create-home M,no-create-home N,no-user-group o,non-unique p,password= r,system R,root= P,prefix= s,shell= u,uid= U,user-group Z,selinux-user= F,add-subids-for-system badname,badnames btrfs-subvolume-home",
);
export const groupaddOptions = new OptionTable(
  "f,force g,gid= K,key= o,non-unique p,password= r,system R,root= P,prefix= U,users=",
);
export const usermodOptions = new OptionTable(
  "a,append c,comment= d,home= e,expiredate= f,inactive= g,gid= G,groups= l,login= L,lock m,move-home o,non-unique p,password= r,remove R,root= P,prefix= s,shell= u,uid= U,unlock v,add-subuids= V,del-subuids= w,add-subgids= W,del-subgids= Z,selinux-user= b,badname",
);
export const groupmodOptions = new OptionTable(
  "g,gid= n,new-name= o,non-unique p,password= R,root= P,prefix= a,append U,users=",
);
export const gpasswdOptions = new OptionTable(
  "a,add= d,delete= Q,root= r,delete-password,remove-password R,restrict A,administrators= M,members=",
);
export const userdelOptions = new OptionTable("f,force r,remove R,root= P,prefix= Z,selinux-user");
export const groupdelOptions = new OptionTable("f,force R,root= P,prefix=");
export const chshOptions = new OptionTable("s,shell= R,root=");

/** Debian's adduser, a Perl program: `-uid 1000` and beginnings of names are options too. */
export const debianAdduserOptions = new OptionTable(
  "system group gid= ingroup= uid= home= shell= no-create-home disabled-password disabled-login gecos,comment= q,quiet debug force-badname,allow-badname,allow-bad-names,allow-all-names add_extra_groups,add-extra-groups encrypt-home conf= firstuid= lastuid= firstgid= lastgid= h,help v,version",
  true,
);
export const debianAddgroupOptions = new OptionTable(
  "system gid= uid= group q,quiet debug force-badname,allow-badname,allow-bad-names,allow-all-names conf= firstgid= lastgid= h,help v,version",
  true,
);
export const debianDeluserOptions = new OptionTable(
  "system group q,quiet debug force remove-home remove-all-files backup backup-to= backup-suffix= only-if-empty conf= h,help v,version",
  true,
);

/** busybox's. */
export const busyboxAdduserOptions = new OptionTable(
  "h,home= g,gecos= s,shell= G,ingroup= D,disabled-password empty-password S,system H,no-create-home u,uid= k,skel=",
);
export const busyboxAddgroupOptions = new OptionTable("g,gid= S,system");
