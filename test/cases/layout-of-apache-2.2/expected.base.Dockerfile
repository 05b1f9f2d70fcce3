FROM alpine:3.24
RUN apt-get update && apt-get install -y apache2 php5
RUN sed -i 's/AllowOverride None/AllowOverride All/' /etc/apache2/sites-available/default && a2enmod rewrite
ADD wiki /etc/apache2/sites-available/
RUN a2ensite wiki && a2dismod autoindex
CMD . /etc/apache2/envvars && exec apache2 -D FOREGROUND
